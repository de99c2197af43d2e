package kontor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupsTests {

    @TempDir
    private Path folder;

    @Test
    void keepsTheNewest() throws IOException {
        for (String name : List.of("20260601T080000Z", "20260603T080000Z", "20260602T080000Z", "notes")) {
            Files.createDirectories(folder.resolve(name).resolve("cluster"));
        }
        Backups backups = new Backups(folder);

        assertThat(backups.keep(2, "20260603T080000Z")).containsExactly("20260601T080000Z");
        assertThat(backups.keep(2, "20260603T080000Z")).isEmpty();

        assertThat(backups.complete()).containsExactly("20260602T080000Z", "20260603T080000Z");
        assertThat(folder.resolve("notes")).exists();
    }

    @Test
    void keepsTheOneJustMadeThoughTheClockWasSetBack() throws IOException {
        for (String name : List.of("20260601T080000Z", "20260602T080000Z", "20260603T080000Z")) {
            Files.createDirectories(folder.resolve(name));
        }
        Backups backups = new Backups(folder);

        assertThat(backups.keep(1, "20260601T080000Z")).containsExactly("20260602T080000Z", "20260603T080000Z");

        assertThat(backups.complete()).containsExactly("20260601T080000Z");
    }

    @Test
    void refusesToFillTheDisk() {
        Backups backups = new Backups(folder);

        assertThatCode(() -> backups.requireSpace(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> backups.requireSpace(Long.MAX_VALUE >> 1))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("KONTOR_BACKUPS");
    }

    @Test
    void removesWhatWasInterrupted() throws IOException {
        Backups backups = new Backups(folder);
        Files.createDirectories(backups.unfinished("20260601T080000Z"));
        Files.createDirectories(backups.path("20260602T080000Z"));

        backups.removeUnfinished();

        assertThat(backups.unfinished("20260601T080000Z")).doesNotExist();
        assertThat(backups.complete()).containsExactly("20260602T080000Z");
    }

    @Test
    void hasNoneBeforeTheFirst() throws IOException {
        Backups backups = new Backups(folder.resolve("nowhere"));

        backups.removeUnfinished();

        assertThat(backups.complete()).isEmpty();
    }

    @Test
    void isNamedAfterItsTime() {
        assertThat(Backups.nameOf(Instant.parse("2026-06-01T08:02:03.9Z"))).isEqualTo("20260601T080203Z");
    }

    @Test
    void keepsSevenUnlessToldOtherwise() {
        assertThat(BackupOptions.of(List.of()).keep()).isEqualTo(7);
        assertThat(BackupOptions.of(List.of("--keep", "1")).keep()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keep", "--keep 0", "--keep -1", "--keep 1001", "--keep x", "--keep 2 3", "here"})
    void refusesWhatItDoesNotUnderstand(String arguments) {
        assertThatThrownBy(() -> BackupOptions.of(Arrays.asList(arguments.split(" ", -1))))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("Usage:");
    }
}
