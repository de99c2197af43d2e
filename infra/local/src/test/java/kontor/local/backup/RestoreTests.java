package kontor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is refused before anything is touched. */
class RestoreTests {

    private static final PrintStream NOWHERE =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    private Path temporary;

    private Path state = Path.of("");
    private BackupFolder backup = new BackupFolder(Path.of(""));
    private Runnable portsAreFree = () -> {};

    @BeforeEach
    void write() throws IOException {
        state = temporary.resolve("state");
        backup = new BackupFolder(temporary.resolve("20260601T080000Z"));
        backup.write(Manifest.FILE, new Manifest("20260601T080000Z", 1).text());
        backup.write(Manifest.TOPICS, "records");
        backup.seal();
    }

    @Test
    void refusesADamagedBackup() throws IOException {
        Files.writeString(backup.file(Manifest.TOPICS), "Records");

        refused("is damaged: 1 files are not as they were written, among them topics.gz.");

        assertThat(state).doesNotExist();
    }

    @Test
    void refusesABackupThatWasCutOff() throws IOException {
        Files.delete(backup.file("SHA256SUMS"));

        refused("is no complete backup.");

        assertThat(state).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNone() throws IOException {
        Files.delete(backup.file(Manifest.FILE));

        refused("is no complete backup.");
    }

    @Test
    void refusesWhatAnotherVersionWrote() throws IOException {
        Files.delete(backup.file("SHA256SUMS"));
        Files.writeString(backup.file(Manifest.FILE), "format=2\n");
        backup.seal();

        refused("was written by another version of Kontor");

        assertThat(state).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets", "postgres/data", "kafka/data", "uploads", "attachments"})
    void doesNotTouchAShop(String some) throws IOException {
        Files.createDirectories(state.resolve(some).getParent());
        Files.writeString(state.resolve(some), "of a shop");

        refused("infra/reset forgets it.");

        assertThat(state.resolve(some)).hasContent("of a shop");
    }

    @Test
    void wantsAHalfRestoredShopForgottenFirst() throws IOException {
        Files.createDirectories(state);
        Files.createFile(state.resolve("restore-unfinished"));

        refused("run infra/reset first.");
    }

    @Test
    void wantsThePortsOfTheShopFree() {
        portsAreFree = () -> {
            throw new Trouble("Port 5480 is used.");
        };

        refused("Port 5480 is used.");

        assertThat(state).doesNotExist();
    }

    private void refused(String why) {
        Restore restore = new Restore(
                new Folders(temporary, state, temporary.resolve("software")),
                Ports.from(Map.of()),
                new Console(NOWHERE),
                portsAreFree);

        assertThatThrownBy(() -> restore.run(List.of(backup.root().toString())))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(why);
    }
}
