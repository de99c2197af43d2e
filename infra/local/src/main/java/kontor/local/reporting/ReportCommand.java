package kontor.local.reporting;

import java.util.List;
import kontor.local.service.Instance;
import kontor.local.service.Scale;
import kontor.local.service.Service;
import kontor.local.service.ServiceProcess;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;

/** {@code infra/report}: the reporting consumer beside a running shop. */
public final class ReportCommand {

    private final Folders folders;
    private final Ports ports;
    private final Console console;
    private final ServiceProcess part;
    private final ReportingProcess process;

    public ReportCommand(Folders folders, Ports ports, Secrets secrets, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.console = console;
        part = new ServiceProcess(new Instance(Service.REPORTING, 1), Scale.ONE_EACH, folders, ports, secrets);
        process = new ReportingProcess(folders);
    }

    public int run(List<String> arguments) throws InterruptedException {
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "start" -> start();
            case "stop" -> console.say(process.stop() ? "Reporting is stopped." : "Reporting does not run.");
            case "rebuild" -> rebuild();
            default -> throw new Trouble("Say what to do: infra/report start, stop or rebuild.");
        }
        return 0;
    }

    private void start() throws InterruptedException {
        if (process.isUp()) {
            console.say("Reporting runs already: " + part.url());
            return;
        }
        if (!part.isBuilt()) {
            throw new Trouble("Reporting is not built; infra/report start without --no-build builds it.");
        }
        Ports.checkFree(Service.REPORTING.port(ports), part.name(), "KONTOR_BASE_PORT");
        Ports.checkFree(Service.REPORTING.managementPort(ports), part.name(), "KONTOR_BASE_PORT");
        process.start(part);
        console.say("Reporting answers at %s/api/v1/reporting/figures (admins); infra/check compares it with the shop."
                .formatted(part.url()));
    }

    /** From nothing: what it computed is forgotten, the topics are read from their first record on. */
    private void rebuild() throws InterruptedException {
        process.stop();
        new Beginning(folders, ports).again();
        start();
    }
}
