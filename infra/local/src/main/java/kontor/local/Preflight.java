package kontor.local;

import java.nio.file.Files;
import java.util.Optional;
import kontor.local.process.Leftovers;
import kontor.local.service.Scale;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;

/** What can be known to be wrong before anything is started; also clears up after a launcher that was killed. */
final class Preflight {

    /** Tells {@code infra/up} that there is nothing to do. */
    private static final int ALREADY_UP = 10;

    private final Stack stack;

    Preflight(Stack stack) {
        this.stack = stack;
    }

    int run() {
        Folders folders = stack.folders();
        folders.create();
        Optional<ProcessHandle> launcher = Leftovers.launcher(folders.run());
        if (launcher.isPresent()) {
            if (Files.exists(folders.readyMark()) && !stack.scale().equals(Scale.saved(folders))) {
                throw new Trouble("Kontor is already up with other numbers of instances; run infra/down first.");
            }
            if (Files.exists(folders.readyMark())) {
                stack.console().say("Kontor is already up; infra/status shows its parts, infra/down stops it.");
                return ALREADY_UP;
            }
            throw new Trouble(
                    "Another infra/up is starting or stopping Kontor (process %d); wait for it or run infra/down."
                            .formatted(launcher.get().pid()));
        }
        if (Files.exists(folders.restoreMark())) {
            throw new Trouble(
                    "infra/restore is at work, or did not come to its end: then run infra/reset and restore again.");
        }
        Leftovers.stop(folders.run(), stack.console());
        folders.checkSpace();
        stack.checkPorts();
        return 0;
    }
}
