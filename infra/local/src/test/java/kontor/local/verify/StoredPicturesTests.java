package kontor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPicturesTests {

    private static final Instant HOUR_AGO = Instant.parse("2026-05-04T10:00:00Z");
    private static final String HASH_OF_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

    @TempDir
    private Path folder;

    @Test
    void agreeWithTheirRows() throws IOException {
        Files.writeString(folder.resolve("one.png"), "a");

        assertThat(pictures().offenders(Map.of("one.png", HASH_OF_A))).isEmpty();
    }

    @Test
    void offendWithoutAFileAndWithAnotherContent() throws IOException {
        Files.writeString(folder.resolve("one.png"), "b");

        assertThat(pictures().offenders(Map.of("one.png", HASH_OF_A, "two.png", HASH_OF_A)))
                .containsExactlyInAnyOrder("one.png: another content than its row says", "two.png: no file");
    }

    @Test
    void offendWithoutARowOnceTheyShouldHaveBeenSwept() throws IOException {
        age(Files.writeString(folder.resolve("old.png"), "a"), HOUR_AGO.minusSeconds(1));
        age(Files.writeString(folder.resolve("new.png"), "a"), HOUR_AGO.plusSeconds(1));

        assertThat(pictures().offenders(Map.of())).containsExactly("old.png: no row");
    }

    @Test
    void areAllMissingWithoutTheirFolder() throws IOException {
        StoredPictures nowhere = new StoredPictures("catalog", "", folder.resolve("gone"), HOUR_AGO);

        assertThat(nowhere.offenders(Map.of("one.png", HASH_OF_A))).containsExactly("one.png: no file");
        assertThat(nowhere.offenders(Map.of())).isEmpty();
    }

    private StoredPictures pictures() {
        return new StoredPictures("catalog", "", folder, HOUR_AGO);
    }

    private static void age(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
