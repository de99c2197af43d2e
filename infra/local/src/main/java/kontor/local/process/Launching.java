package kontor.local.process;

import java.io.IOException;
import java.nio.file.Path;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;

/** Starts the process of a part, which writes to its log and outlives whoever started it. */
public final class Launching {

    private Launching() {}

    public static Process launch(Part part, Folders folders) {
        ProcessBuilder command = part.command();
        command.redirectInput(Path.of("/dev/null").toFile());
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folders.log(part.name()).toFile()));
        try {
            return command.start();
        } catch (IOException cause) {
            throw new Trouble(
                    "%s cannot be run (%s).".formatted(command.command().getFirst(), cause.getMessage()), cause);
        }
    }
}
