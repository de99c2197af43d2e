package kontor.images.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kontor.local.stack.Trouble;

/** Programs of the JDK and the machine: run to their end, heard only when they fail. */
final class Tool {

    private static final long PATIENCE_MINUTES = 5;

    private Tool() {}

    static String run(List<String> command) {
        return run(command, Path.of("").toAbsolutePath(), Map.of());
    }

    static String run(List<String> command, Path folder, Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Trouble("%s failed:%n%s".formatted(String.join(" ", command), said.strip()));
            }
            return said;
        } catch (IOException cause) {
            throw new Trouble("%s cannot be run (%s).".formatted(command.getFirst(), cause.getMessage()), cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
