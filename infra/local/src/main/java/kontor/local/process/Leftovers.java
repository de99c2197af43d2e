package kontor.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kontor.local.stack.Console;

/** Processes of a stack whose launcher is gone. */
public final class Leftovers {

    /** The launcher's own file stands among those of its parts. */
    public static final String LAUNCHER = "launcher";

    private Leftovers() {}

    public static Optional<ProcessHandle> launcher(Path run) {
        return RunFile.read(run, LAUNCHER).flatMap(RunFile::process);
    }

    /** Stops them in order and forgets their files; whether there were any. */
    public static boolean stop(Path run, Console console) {
        List<RunFile> known = RunFile.readAll(run);
        boolean any = false;
        for (RunFile file : known) {
            Optional<ProcessHandle> process = file.process();
            if (process.isPresent() && !file.name().equals(LAUNCHER)) {
                any = true;
                console.about(file.name(), "was left behind and is stopped");
                Signals.stop(process.get(), file.stopRule());
            }
            RunFile.delete(run, file.name());
        }
        return any;
    }
}
