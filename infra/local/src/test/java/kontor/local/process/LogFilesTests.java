package kontor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTests {

    @Test
    void copiesALongLogAsideAndEmptiesIt(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("kafka.log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(LogFiles.LONGEST + 1);
        }

        LogFiles.bound(folder);

        assertThat(log).isEmptyFile();
        assertThat(folder.resolve("kafka.log.1")).hasSize(LogFiles.LONGEST + 1);
    }

    @Test
    void leavesAShortLogAlone(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("kafka.log"), "short");

        LogFiles.bound(folder);

        assertThat(log).hasContent("short");
        assertThat(folder.resolve("kafka.log.1")).doesNotExist();
    }
}
