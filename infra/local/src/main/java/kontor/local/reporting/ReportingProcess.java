package kontor.local.reporting;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kontor.local.process.Launching;
import kontor.local.process.RunFile;
import kontor.local.process.Signals;
import kontor.local.service.Service;
import kontor.local.service.ServiceProcess;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;

/** The one process of reporting; the launcher does not know of it, but finds its file when it has to be stopped. */
public final class ReportingProcess {

    private static final long LOOK_MILLIS = 150;

    private final Folders folders;

    public ReportingProcess(Folders folders) {
        this.folders = folders;
    }

    /** Also when it has died since. */
    public boolean isWanted() {
        return known().isPresent();
    }

    boolean isUp() {
        return known().flatMap(RunFile::process).isPresent();
    }

    /** Whether there was one. */
    public boolean stop() {
        Optional<RunFile> known = known();
        known.flatMap(RunFile::process)
                .ifPresent(process -> Signals.stop(process, known.orElseThrow().stopRule()));
        RunFile.delete(folders.run(), Service.REPORTING.name());
        return known.isPresent();
    }

    void start(ServiceProcess part) throws InterruptedException {
        part.prepare();
        Process started = Launching.launch(part, folders);
        RunFile.of(part, started.toHandle(), RunFile.State.STARTING).write(folders.run());
        await(part, started);
        RunFile.of(part, started.toHandle(), RunFile.State.READY).write(folders.run());
    }

    private void await(ServiceProcess part, Process started) throws InterruptedException {
        long end = System.nanoTime() + part.startLimit().toNanos();
        while (!part.isReady()) {
            if (started.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                stop();
                throw new Trouble("Reporting did not become ready; see infra/logs reporting.");
            }
        }
    }

    private Optional<RunFile> known() {
        return RunFile.read(folders.run(), Service.REPORTING.name());
    }
}
