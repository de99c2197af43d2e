package kontor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kontor.local.stack.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTests {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        RunFile file = file("chat", ProcessHandle.current());

        file.write(folder);

        assertThat(RunFile.read(folder, "chat")).contains(file);
        assertThat(RunFile.readAll(folder)).containsExactly(file);
    }

    @Test
    void findsItsProcess() {
        assertThat(file("chat", ProcessHandle.current()).process()).contains(ProcessHandle.current());
    }

    @Test
    void takesAProcessThatStartedAtAnotherTimeForAStranger() {
        ProcessHandle current = ProcessHandle.current();
        Instant earlier = current.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
        RunFile reused =
                new RunFile("chat", current.pid(), earlier, RunFile.State.READY, Instant.now(), "", StopRule.SERVICE);

        assertThat(reused.process()).isEmpty();
    }

    @Test
    void leftoversAreStoppedAndForgotten() throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        file("chat", process.toHandle()).write(folder);

        boolean any = Leftovers.stop(folder, new Console(System.out));

        assertThat(any).isTrue();
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(RunFile.readAll(folder)).isEmpty();
    }

    private static RunFile file(String name, ProcessHandle process) {
        return new RunFile(
                name,
                process.pid(),
                process.info().startInstant().orElseThrow(),
                RunFile.State.READY,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "http://localhost:8087",
                StopRule.SERVICE);
    }
}
