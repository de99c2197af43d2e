package kontor.local.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kontor.local.process.HttpProbe;
import kontor.local.process.RunFile;
import kontor.local.process.Signals;
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
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** After the last class was used the virtual machine writes the cache, for which it starts another one. */
    private static final StopRule STOP_RULE = new StopRule(0, "TERM", Duration.ofMinutes(3));

    /** A leftover is not asked for its cache. */
    private static final StopRule LEFTOVER_RULE = new StopRule(0, "KILL", Duration.ofSeconds(5));

    private final Folders folders;
    private final Ports ports;
    private final Secrets secrets;
    private final Console console;
    private volatile boolean stopping;
    private @Nullable Process running;

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
                ServiceImage image = ServiceImage.of(service, folders);
                if (!stopping && !image.hasStartCache()) {
                    record(service, image);
                    recorded.add(service.name());
                }
            } catch (IOException | InterruptedException | Trouble cause) {
                if (!stopping) {
                    console.about(
                            service.name(),
                            "has no start cache (%s); see infra/logs training".formatted(cause.getMessage()));
                }
            }
        }
        if (!recorded.isEmpty()) {
            console.say("Start caches are recorded for the next start: " + String.join(", ", recorded));
        }
    }

    private void record(Service service, ServiceImage image) throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        ProcessBuilder training =
                new ServiceProcess(service, folders, ports, secrets).training(image, port, managementPort);
        training.command().addAll(0, List.of("nice", "-n", "19"));
        Path log = folders.log(NAME);
        training.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = launch(training);
        try {
            exercise(process, port, managementPort);
            if (!Signals.stop(process.toHandle(), STOP_RULE) || !Files.exists(image.unfinishedStartCache())) {
                throw new IOException("it was not written");
            }
            image.finishStartCache();
        } finally {
            process.destroyForcibly();
            RunFile.delete(folders.run(), NAME);
        }
    }

    /** What every start and every first request needs. */
    private static void exercise(Process process, int port, int managementPort)
            throws IOException, InterruptedException {
        URI health = URI.create("http://localhost:%d/actuator/health/readiness".formatted(managementPort));
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (HttpProbe.status(health) == HttpProbe.SILENCE) {
            if (process.waitFor(500, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IOException("the service did not start");
            }
        }
        URI root = URI.create("http://localhost:%d/".formatted(port));
        for (int i = 0; i < 5; i++) {
            HttpProbe.status(root);
            HttpProbe.status(health);
        }
    }

    private synchronized Process launch(ProcessBuilder training) throws IOException {
        if (stopping) {
            throw new IOException("the stack stops");
        }
        Process started = training.start();
        running = started;
        new RunFile(
                        NAME,
                        started.pid(),
                        started.info().startInstant().orElseThrow(),
                        RunFile.State.STARTING,
                        Instant.now(),
                        "",
                        LEFTOVER_RULE)
                .write(folders.run());
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public synchronized void stop() {
        stopping = true;
        Process unfinished = running;
        if (unfinished != null && unfinished.isAlive()) {
            Signals.stop(unfinished.toHandle(), LEFTOVER_RULE);
        }
    }
}
