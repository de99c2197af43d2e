package kontor.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the commands a user runs, in an environment of the test's own. */
record Command(Path checkout, Map<String, String> environment) {

    /** What a command printed and how it ended. */
    record Result(int status, String output) {}

    Result run(Duration most, String name, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of(checkout.resolve("infra").resolve(name).toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).directory(checkout.toFile());
        builder.environment().putAll(environment);
        try {
            Path output = java.nio.file.Files.createTempFile("kontor-" + name, ".out");
            // A file, because a detached shop would hold a pipe open.
            Process process = builder.redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(most.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String text = java.nio.file.Files.readString(output, StandardCharsets.UTF_8);
            java.nio.file.Files.delete(output);
            return new Result(ended ? process.exitValue() : -1, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
