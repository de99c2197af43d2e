package kontor.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndKept() {
        String first = Secrets.of(folders()).of("database.order_app");

        String again = Secrets.of(folders()).of("database.order_app");

        assertThat(again).isEqualTo(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Secrets.of(folders()).of("database.chat_app")).isNotEqualTo(first);
    }

    @Test
    void canBeReadByTheirUserOnly() throws IOException {
        String ignored = Secrets.of(folders()).of("client.kontor-kiosk");

        assertThat(ignored).isNotBlank();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    @Test
    void fitIntoAQuotedSqlText() {
        Secrets secrets = Secrets.of(folders());

        for (int i = 0; i < 50; i++) {
            assertThat(secrets.of("database.role" + i)).matches("[A-Za-z0-9_-]+");
        }
    }

    private Folders folders() {
        return new Folders(folder, folder, folder);
    }
}
