package kontor.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcFilesTests {

    @Test
    void addsUserAndSystemTimeOfAProcessAndItsEndedChildren() {
        String stat = "4711 (a) b (c) S 1 4711 4711 0 -1 4194560 100 200 0 0 250 50 30 20 20 0 9 0 12345 1000 200";

        assertThat(ProcFiles.microsOf(stat)).isEqualTo((250 + 50 + 30 + 20) * 10_000);
    }

    @Test
    void countsTheMachineBusyButForIdlingAndWaiting() {
        assertThat(ProcFiles.busyMicros("cpu  100 10 20 9000 500 3 4 5 60 0"))
                .isEqualTo((100 + 10 + 20 + 3 + 4 + 5) * 10_000);
    }

    @Test
    void readsTheShareOfMemory() {
        assertThat(ProcFiles.pssBytes("Rss:  900 kB\nPss:  512 kB\nPss_Dirty: 400 kB\n"))
                .isEqualTo(512 * 1024);
    }

    @Test
    void knowsWhoseDatabaseAConnectionIsTo() {
        assertThat(ProcFiles.databaseOf("postgres: ledger_app kontor_ledger 127.0.0.1(40312) idle"))
                .isEqualTo(" ledger");
        assertThat(ProcFiles.databaseOf("postgres: checkpointer ")).isEmpty();
        assertThat(ProcFiles.databaseOf("postgres: keycloak keycloak 127.0.0.1(40312) idle"))
                .isEmpty();
        assertThat(ProcFiles.databaseOf("postgres -D data")).isEmpty();
    }

    @Test
    void tellsDatabasesApartOnlyWhereThereAreAny() {
        assertThat(ProcFiles.databaseMicros("postgres", ProcessHandle.current()).keySet())
                .contains("postgres");
    }

    @Test
    void readsThisVeryProcess() {
        assertThat(ProcFiles.cpuMicros(ProcessHandle.current())).isPositive();
        assertThat(ProcFiles.memoryBytes(ProcessHandle.current())).isPositive();
        assertThat(ProcFiles.machineMicros()).isPositive();
    }

    @Test
    void givesStrangersWhatIsNobodysElse() {
        Usage.Snapshot begin = new Usage.Snapshot(Map.of("ledger", 100L, "gateway", 50L), 1_000, 0);
        Usage.Snapshot end = new Usage.Snapshot(Map.of("ledger", 400L, "gateway", 150L, "new", 70L), 2_000, 1_000_000);

        Usage usage = Usage.between(begin, end);

        assertThat(usage.micros()).isEqualTo(Map.of("ledger", 300L, "gateway", 100L, "new", 0L));
        assertThat(usage.strangersMicros()).isEqualTo(600);
        assertThat(usage.strangers()).isEqualTo(0.6);
        assertThat(usage.cores()).isEqualTo(0.4);
    }
}
