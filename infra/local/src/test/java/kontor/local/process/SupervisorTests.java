package kontor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private @Nullable Supervisor supervisor;

    @BeforeEach
    void createFolders() {
        folders().create();
    }

    @AfterEach
    void stop() {
        if (supervisor != null) {
            supervisor.stop();
        }
    }

    @Test
    void startsAPartOnlyWhenWhatItNeedsIsReady() {
        FakePart database = new FakePart("database", Set.of(), "touch ready-database; exec sleep 600");
        FakePart service = new FakePart(
                "service", Set.of("database"), "test -e ready-database && touch ready-service; exec sleep 600");

        List<Part> failed = start(service, database);

        assertThat(failed).isEmpty();
        assertThat(text()).containsSubsequence("database", "ready", "service", "ready");
    }

    @Test
    void startsAgainWhatEnded() throws Exception {
        FakePart part = new FakePart("part", Set.of(), "touch ready-part; exec sleep 600");
        start(part);
        ProcessHandle first = process("part");
        CompletableFuture<ProcessHandle> ended = first.onExit();

        first.destroyForcibly();

        assertThat(ended).succeedsWithin(Duration.ofSeconds(10));
        while (RunFile.read(folders().run(), "part").orElseThrow().pid() == first.pid()
                || RunFile.read(folders().run(), "part").orElseThrow().state() != RunFile.State.READY) {
            Thread.onSpinWait();
        }
        assertThat(process("part").isAlive()).isTrue();
        assertThat(text()).contains("ended with code", "started again");
    }

    @Test
    void startsAtOnceWhatWasStoppedForARestart() {
        FakePart part = new FakePart("part", Set.of(), "touch ready-part; exec sleep 600");
        start(part);
        ProcessHandle first = process("part");

        RunFile.of(part, first, RunFile.State.STOPPING).write(folders().run());
        Signals.stop(first, part.stopRule());

        while (RunFile.read(folders().run(), "part").orElseThrow().pid() == first.pid()) {
            Thread.onSpinWait();
        }
        assertThat(text()).contains("infra/restart").doesNotContain("ended with code");
    }

    @Test
    void namesAPartThatDiesWhileStarting() {
        List<Part> failed = start(new FakePart("part", Set.of(), "exit 7"));

        assertThat(failed).extracting(Part::name).containsExactly("part");
        assertThat(text()).contains("part", "ended while it was starting with code 7", "infra/logs part");
    }

    @Test
    void doesNotStartWhatNeedsAPartThatFailed() {
        start(
                new FakePart("database", Set.of(), "exit 1"),
                new FakePart("service", Set.of("database"), "exec sleep 600"));

        assertThat(RunFile.read(folders().run(), "service")).isEmpty();
    }

    @Test
    void leavesNoProcessAndNoFileWhenItStops() {
        start(new FakePart("part", Set.of(), "touch ready-part; exec sleep 600"));
        ProcessHandle process = process("part");

        stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(RunFile.readAll(folders().run())).isEmpty();
    }

    @Test
    void killsWhatDoesNotListen() {
        start(new FakePart("part", Set.of(), "trap '' TERM; touch ready-part; while true; do sleep 1; done"));
        ProcessHandle process = process("part");

        stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(text()).contains("killed");
    }

    private List<Part> start(Part... parts) {
        supervisor = new Supervisor(
                List.of(parts), folders(), new Console(new PrintStream(said, true, StandardCharsets.UTF_8)));
        supervisor.start();
        return supervisor.awaitFirstStarts();
    }

    private ProcessHandle process(String name) {
        return RunFile.read(folders().run(), name).flatMap(RunFile::process).orElseThrow();
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Folders folders() {
        return new Folders(folder, folder, folder.resolve("software"));
    }

    /** A shell script that is ready once it has made a file. */
    private final class FakePart implements Part {

        private final String name;
        private final Set<String> startsAfter;
        private final String script;

        FakePart(String name, Set<String> startsAfter, String script) {
            this.name = name;
            this.startsAfter = startsAfter;
            this.script = script;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String url() {
            return "";
        }

        @Override
        public Set<String> startsAfter() {
            return startsAfter;
        }

        @Override
        public void prepare() {}

        @Override
        public ProcessBuilder command() {
            return new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
        }

        @Override
        public boolean isReady() {
            return Files.exists(folder.resolve("ready-" + name));
        }

        @Override
        public Duration startLimit() {
            return Duration.ofSeconds(20);
        }

        @Override
        public StopRule stopRule() {
            return new StopRule(0, "TERM", Duration.ofSeconds(1));
        }
    }
}
