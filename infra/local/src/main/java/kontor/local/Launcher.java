package kontor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kontor.local.cache.StartCaches;
import kontor.local.demo.DemoStep;
import kontor.local.demo.Shop;
import kontor.local.process.Leftovers;
import kontor.local.process.Part;
import kontor.local.process.RunFile;
import kontor.local.process.StopRule;
import kontor.local.process.Supervisor;
import kontor.local.service.Service;
import kontor.local.stack.Console;
import kontor.local.stack.FileLatch;
import kontor.local.stack.Folders;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;

/** The process that lives as long as the stack: starts the parts, watches them, stops them when it is told to. */
final class Launcher {

    /** The sum of its waves' limits would be longer; this is for {@code infra/down} to lose patience. */
    static final StopRule STOP_RULE = new StopRule(0, "TERM", Duration.ofMinutes(3));

    private final Stack stack;
    private final Folders folders;
    private final Console console;
    private final Supervisor supervisor;
    private final StartCaches startCaches;

    Launcher(Stack stack) {
        this.stack = stack;
        this.folders = stack.folders();
        this.console = stack.console();
        this.supervisor = new Supervisor(stack.parts(), folders, console);
        this.startCaches = new StartCaches(folders, console);
    }

    int run() throws InterruptedException {
        folders.create();
        takeLock();
        stack.save();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        reportMissing();
        supervisor.start();
        List<Part> failed = supervisor.awaitFirstStarts();
        if (!supervisor.isStopping()) {
            finishStart(failed);
            if (!"off".equals(System.getenv("KONTOR_START_CACHES"))) {
                startCaches.recordMissing(stack.rehearsals());
            }
        }
        supervisor.awaitStop();
        return 0;
    }

    private void finishStart(List<Part> failed) {
        if (failed.stream().anyMatch(Part::isVital)) {
            throw new Trouble("Kontor cannot run without %s and stops; its last lines are in %s."
                    .formatted(names(failed), folders.log(failed.getFirst().name())));
        }
        boolean complete = failed.isEmpty() && stack.builtServices().size() == Service.ALL.size();
        if (complete) {
            loadDemoData();
        }
        announce(failed);
        mark(complete);
    }

    private void takeLock() {
        try {
            if (FileLatch.tryForever(folders.run().resolve("lock")).isEmpty()) {
                throw new Trouble("Another infra/up runs this stack; infra/status shows it.");
            }
            Files.deleteIfExists(folders.readyMark());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        ProcessHandle self = ProcessHandle.current();
        new RunFile(
                        Leftovers.LAUNCHER,
                        self.pid(),
                        self.info().startInstant().orElseThrow(),
                        RunFile.State.READY,
                        Instant.now(),
                        stack.ports().gatewayUrl(),
                        STOP_RULE)
                .write(folders.run());
    }

    private void reportMissing() {
        Service.ALL.stream()
                .filter(service -> !stack.builtServices().contains(service))
                .forEach(service -> console.about(service.name(), "is not built and left out"));
    }

    private void loadDemoData() {
        try {
            new DemoStep(folders, console)
                    .run(new Shop(
                            URI.create(stack.ports().gatewayUrl()),
                            stack.secrets().of(Secrets.DEMO),
                            stack.logIn()::token,
                            line -> console.about("demo data", line)));
        } catch (RuntimeException cause) {
            console.about("demo data", "was not loaded and is tried again at the next start: " + cause.getMessage());
        }
    }

    private void announce(List<Part> failed) {
        String gateway = stack.ports().gatewayUrl();
        String keycloak = stack.ports().keycloakUrl();
        console.say("Kontor is up after %s.".formatted(Console.seconds(console.sinceBegin())));
        console.about("shop", gateway + "   (API: " + gateway + "/swagger-ui.html)");
        console.about("log-in", stack.ports().issuer());
        console.about("people", "ada (admin), ben, cleo, dora, emil (members; cleo is a customer too), sam (staff)");
        console.about("password", stack.secrets().of(Secrets.DEMO));
        console.about("a token", "infra/token ben   (infra/token kiosk for the terminal)");
        console.about("keycloak", keycloak + "/admin   (admin; keycloak.admin in " + folders.state() + "/secrets)");
        if (!failed.isEmpty()) {
            console.say("Not ready, and still being tried: %s; see infra/logs %s."
                    .formatted(names(failed), failed.getFirst().name()));
        }
    }

    private static String names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }

    private synchronized void mark(boolean complete) {
        if (supervisor.isStopping()) {
            return;
        }
        try {
            Files.writeString(folders.readyMark(), complete ? "complete" : "partial");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private synchronized void stop() {
        try {
            Files.deleteIfExists(folders.readyMark());
        } catch (IOException cause) {
            console.say("The mark of readiness stays behind: " + cause.getMessage());
        }
        startCaches.stop();
        supervisor.stop();
        RunFile.delete(folders.run(), Leftovers.LAUNCHER);
    }
}
