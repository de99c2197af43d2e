package kontor.local.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.local.process.Part;
import kontor.local.process.RunFile;
import kontor.local.process.StopRule;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Records the start caches that are missing after a build, one after another, at the lowest priority, while the stack
 * already runs: the next start is fast, this one was not delayed.
 */
public final class StartCaches {

    private static final String NAME = "training";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Folders folders;
    private final Ports ports;
    private final Secrets secrets;
    private final Console console;
    private volatile boolean stopping;
    private volatile @Nullable Process running;

    public StartCaches(Folders folders, Ports ports, Secrets secrets, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.secrets = secrets;
        this.console = console;
    }

    public void recordMissing(List<Service> services) {
        List<String> recorded = new ArrayList<>();
        for (Service service : services) {
            try {
                if (!stopping && record(service)) {
                    recorded.add(service.name());
                }
            } catch (IOException | InterruptedException | Trouble cause) {
                console.about(service.name(), "has no start cache (" + cause.getMessage() + ")");
            }
        }
        if (!recorded.isEmpty()) {
            console.say("Start caches recorded for the next start: " + String.join(", ", recorded));
        }
    }

    private boolean record(Service service) throws IOException, InterruptedException {
        ServiceImage image = ServiceImage.of(service, folders);
        if (image.hasStartCache()) {
            return false;
        }
        ServiceProcess process = new ServiceProcess(service, folders, ports, secrets);
        ProcessBuilder training = process.training(image);
        training.command().addAll(0, List.of("nice", "-n", "19"));
        Path log = folders.log(NAME);
        training.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process started = launch(training, process);
        if (started == null) {
            return false;
        }
        boolean ended = started.waitFor(LIMIT);
        RunFile.delete(folders.run(), NAME);
        if (!ended) {
            started.destroyForcibly();
        }
        if (!stopping && !image.hasStartCache()) {
            console.about(service.name(), "has no start cache; see infra/logs " + NAME);
        }
        return image.hasStartCache();
    }

    private synchronized @Nullable Process launch(ProcessBuilder training, Part part) throws IOException {
        if (stopping) {
            return null;
        }
        Process started = training.start();
        running = started;
        new RunFile(
                        NAME,
                        started.pid(),
                        started.info().startInstant().orElseThrow(),
                        RunFile.State.STARTING,
                        Instant.now(),
                        part.url(),
                        StopRule.SERVICE)
                .write(folders.run());
        return started;
    }

    public synchronized void stop() {
        stopping = true;
        Process unfinished = running;
        if (unfinished != null) {
            unfinished.destroyForcibly();
        }
    }
}
