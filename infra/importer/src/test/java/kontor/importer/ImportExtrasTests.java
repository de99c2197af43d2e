package kontor.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import kontor.importer.check.PicturesTests;
import kontor.importer.community.CommunityFile;
import kontor.importer.community.SmallCommunity;
import kontor.importer.reading.Refused;
import kontor.importer.shop.FakeShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an import brings besides rows: log-ins, pictures, and notes. */
class ImportExtrasTests {

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private FakeShop shop;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        shop = new FakeShop();
        file = SmallCommunity.write(folder.resolve("shop.db"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void givesLogInsToThoseWhoHadOne() throws IOException {
        try (CommunityFile changed = CommunityFile.open(file)) {
            changed.execute("update users set firstname = '=Dana' where id = 4");
        }
        Path list = folder.resolve("log-ins.csv");

        run("--log-ins", list.toString());

        assertThat(Files.readAllLines(list))
                .containsExactly(
                        "name,login,one-time password",
                        "Ada Okafor,ada.okafor,secret-1",
                        "'=Dana Weiss,dana.weiss,secret-2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> run("--log-ins", list.toString()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("exists");
        said.clear();
        run("--log-ins", folder.resolve("second.csv").toString());
        run();
        assertThat(folder.resolve("second.csv")).doesNotExist();
        assertThat(said).contains("Nobody needs a log-in.").noneMatch(line -> line.startsWith("Note:"));
    }

    @Test
    void sendsPicturesOnceAndBeforeWhoShowsThem() throws IOException {
        Files.write(folder.resolve("ben.png"), PicturesTests.png(8, 8));

        run("--pictures", folder.toString());
        run("--pictures", folder.toString());

        assertThat(shop.books().uploads()).isEqualTo(1);
        JsonNode ben = shop.books().row("members", 2);
        assertThat(ben.required("pictureUploadId").asLong()).isEqualTo(9_001);
        assertThat(said).contains("  uploads                                2         1         0         0");
    }

    @Test
    void saysWhoseRankTheSourceWouldTakeFromAnotherRow() {
        try (CommunityFile changed = CommunityFile.open(file)) {
            changed.execute("insert into rankupdates values (6, '2020-06-15 10:00:00', 2, 2, 1)");
            changed.execute("insert into adminupdates values (2, '2019-01-01 00:00:00', 0, 1, 1)");
        }

        assertThat(run("--dry-run")).isTrue();

        assertThat(said)
                .contains(
                        "Note: The rank of user 2 will be that of rankupdates row 5, dated last; "
                                + "the source takes row 6, entered last.",
                        "Note: The admin flag of user 1 will be that of adminupdates row 1, dated last; "
                                + "the source takes row 2, entered last.");
    }

    private boolean run(String... more) {
        return new ImportRun(shop, said).of(file, more);
    }
}
