package kontor.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.local.process.RunFile;
import kontor.local.process.StopRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTimesTests {

    private static final Instant BEGUN = Instant.parse("2026-11-28T01:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void theShopHasStarted() throws IOException {
        ready("launcher", 0);
        ready("postgres", 1);
        ready("kafka", 4);
        ready("keycloak", 8);
        ready("ledger", 20);
        ready("gateway", 31);
        Path mark = Files.createFile(folder.resolve("ready"));
        Files.setLastModifiedTime(mark, FileTime.from(BEGUN.plusSeconds(32)));
    }

    private void ready(String part, long second) {
        Instant since = BEGUN.plusSeconds(second);
        new RunFile(part, 1, BEGUN, RunFile.State.READY, since, "http://localhost", StopRule.SERVICE).write(folder);
    }

    private Optional<StartTimes> newest() {
        return StartTimes.newest(folder, folder.resolve("ready"), List.of("ledger", "gateway"));
    }

    @Test
    void countFromTheLastOfTheInfrastructureToTheLastService() {
        assertThat(newest()).contains(new StartTimes(Duration.ofSeconds(31), Duration.ofSeconds(23)));
    }

    @Test
    void areNotKnownIfKeycloakWasReadyLast() {
        ready("keycloak", 32);

        assertThat(newest()).isEmpty();
    }

    @Test
    void areNotKnownOnceAPartWasStartedAgain() {
        ready("ledger", 400);

        assertThat(newest()).isEmpty();
    }
}
