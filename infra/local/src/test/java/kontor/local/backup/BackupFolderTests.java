package kontor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import kontor.local.stack.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFolderTests {

    @TempDir
    private Path temporary;

    private BackupFolder folder = new BackupFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        folder = new BackupFolder(temporary.resolve("all of them/one"));
        Path uploads = Files.createDirectories(temporary.resolve("uploads"));
        Files.writeString(uploads.resolve("a b.png"), "picture");
        Trees.copy(uploads, folder.file("uploads"));
        folder.write("cluster/backup_label", "START");
        folder.seal();
    }

    @Test
    void isAsItWasWritten() throws IOException {
        assertThat(folder.isSealed()).isTrue();
        assertThat(folder.faults()).isEmpty();
        assertThat(folder.file("uploads/a b.png")).hasContent("picture");
    }

    @Test
    void isForItsUserAlone() throws IOException {
        assertThat(permissions("")).isEqualTo("rwx------");
        assertThat(permissions("cluster")).isEqualTo("rwx------");
        assertThat(permissions("uploads/a b.png")).isEqualTo("rw-------");
        assertThat(permissions("SHA256SUMS")).isEqualTo("rw-------");
    }

    @Test
    void namesWhatIsOtherwiseOrGoneOrStrange() throws IOException {
        Files.writeString(folder.file("uploads/a b.png"), "Picture");
        Files.delete(folder.file("cluster/backup_label"));
        Files.createFile(folder.file("cluster/standby.signal"));

        assertThat(folder.faults())
                .containsExactlyInAnyOrder("uploads/a b.png", "cluster/backup_label", "cluster/standby.signal");
    }

    @Test
    void isNotSoundWithDigestsOfSomethingElse() throws IOException {
        Files.writeString(folder.file("SHA256SUMS"), "no digest\n\n  \n");

        assertThat(folder.faults()).contains("uploads/a b.png", "cluster/backup_label");
    }

    @Test
    void isNoneUntilItIsSealed() throws IOException {
        BackupFolder other = new BackupFolder(temporary.resolve("other"));
        other.write("backup", "");

        assertThat(other.isSealed()).isFalse();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file(name)));
    }
}
