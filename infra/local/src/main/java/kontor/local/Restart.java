package kontor.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import kontor.local.process.Leftovers;
import kontor.local.process.RunFile;
import kontor.local.process.Signals;
import kontor.local.service.Instance;
import kontor.local.service.Service;
import kontor.local.service.ServiceProcess;
import kontor.local.stack.Console;
import kontor.local.stack.Trouble;

/**
 * Restarts services, also with what was built meanwhile. An instance is stopped only while all others of its service
 * are ready: it takes its readiness down, serves on until nobody sends it anything, finishes what it has in hand and
 * ends. Then the launcher starts it again. A service with several instances is served all the time.
 */
final class Restart {

    /** As many as start at a time when the shop does. */
    private static final int SERVICES_AT_A_TIME = 2;

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Stack stack;
    private final Console console;

    Restart(Stack stack) {
        this.stack = stack;
        this.console = stack.console();
    }

    /** Without names all services; the gateway only when it is named, since there is no second door. */
    int run(List<String> names) throws InterruptedException {
        if (Leftovers.launcher(stack.folders().run()).isEmpty()) {
            throw new Trouble("Kontor is not up; infra/up starts it.");
        }
        List<Service> chosen = names.isEmpty()
                ? stack.builtServices().stream()
                        .filter(service -> !service.isGateway())
                        .toList()
                : names.stream().map(this::service).distinct().toList();
        chosen.stream()
                .filter(service -> stack.scale().of(service) == 1)
                .forEach(service -> console.about(service.name(), "has one instance and is away meanwhile"));
        List<String> failures;
        try (ExecutorService some = Executors.newFixedThreadPool(SERVICES_AT_A_TIME)) {
            failures =
                    some
                            .invokeAll(chosen.stream()
                                    .map(service -> Executors.callable(() -> restart(service)))
                                    .toList())
                            .stream()
                            .filter(one -> one.state() == Future.State.FAILED)
                            .map(one -> String.valueOf(one.exceptionNow().getMessage()))
                            .toList();
        }
        failures.forEach(console::say);
        return failures.isEmpty() ? 0 : 1;
    }

    private Service service(String name) {
        return stack.builtServices().stream()
                .filter(service -> name.equals(service.name()) || name.equals(service.name() + "-service"))
                .findFirst()
                .orElseThrow(() -> new Trouble("There is no service '%s'.".formatted(name)));
    }

    private void restart(Service service) {
        List<Instance> all = stack.scale().instances(service).toList();
        for (Instance instance : all) {
            for (Instance other : all) {
                if (!other.equals(instance) && !stack.process(other).isReady()) {
                    throw new Trouble("%s is not ready, so %s is left as it is; see infra/logs %s."
                            .formatted(other.name(), instance.name(), other.name()));
                }
            }
            restart(stack.process(instance));
        }
    }

    private void restart(ServiceProcess part) {
        long begun = System.nanoTime();
        ProcessHandle process = known(part)
                .flatMap(RunFile::process)
                .orElseThrow(() ->
                        new Trouble("%s does not run; the launcher is about to start it.".formatted(part.name())));
        RunFile.of(part, process, RunFile.State.STOPPING).write(stack.folders().run());
        boolean polite = Signals.stop(process, part.stopRule());
        long end = System.nanoTime() + part.startLimit().toNanos();
        while (known(part).filter(run -> isNew(run, process)).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new Trouble("%s did not come back; see infra/logs %s.".formatted(part.name(), part.name()));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        console.about(
                part.name(),
                polite ? "restarted" : "killed and restarted",
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private Optional<RunFile> known(ServiceProcess part) {
        return RunFile.read(stack.folders().run(), part.name());
    }

    private static boolean isNew(RunFile run, ProcessHandle former) {
        return run.pid() != former.pid() && run.state() == RunFile.State.READY;
    }
}
