package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kontor.importer.community.CommunityFile;
import kontor.importer.community.GeneratedCommunity;
import kontor.importer.community.Portraits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A shop-db2 community moves in; what it is looked at for is in its own file. */
@Order(10)
@ExtendWith(ShopExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommunityImportIT {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final long START = 20_190_107;

    @TempDir
    private Path folder;

    private final Shop shop;
    private final Client admin;
    private Path file = Path.of("");

    CommunityImportIT(Shop shop) {
        this.shop = shop;
        this.admin = shop.as("ada");
    }

    @BeforeEach
    void write() throws IOException {
        file = GeneratedCommunity.write(folder.resolve("shop.db"), START, 60, 5_000);
        Portraits.add(file, folder);
    }

    @Test
    @Order(1)
    void aDryRunTellsAndChangesNothing() {
        long members = members();

        Command.Result dry = run(file, "--dry-run", "--pictures", folder.toString());

        assertThat(dry.status()).as(dry.output()).isZero();
        assertThat(dry.output()).contains("nothing was imported (--dry-run)").contains("2 pictures would be sent");
        assertThat(members()).isEqualTo(members);
        assertThat(imported("products")).isZero();
    }

    @Test
    @Order(2)
    void aBrokenFileIsNamedByTableAndRowAndNothingIsImported() {
        try (CommunityFile broken = CommunityFile.open(file)) {
            broken.execute("update purchases set amount = 0 where id = 4711");
        }

        Command.Result refused = run(file);

        assertThat(refused.status()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output())
                .contains("Nothing was imported: purchases row 4711: amount is 0, possible are 1 to 10000.");
        assertThat(imported("members")).isZero();
    }

    @Test
    @Order(3)
    void aCommunityMovesInAndAllItsFiguresAgree() throws IOException {
        Path logIns = folder.resolve("log-ins.csv");

        Command.Result done = run(file, "--pictures", folder.toString(), "--log-ins", logIns.toString());

        assertThat(done.status()).as(done.output()).isZero();
        assertThat(done.output())
                .contains("The community is imported; the shop agrees with the source.")
                .doesNotContain("DIFFERENT");
        try (CommunityFile source = CommunityFile.open(file)) {
            assertThat(imported("members")).isEqualTo(source.number("select count(*) from users"));
            assertThat(imported("products")).isEqualTo(source.number("select count(*) from products"));
            assertThat(Files.readAllLines(logIns))
                    .hasSize(1 + (int) source.number("select count(*) from users where password is not null"));
        }
        assertThat(pictured()).isPositive();
        Command.Result check = shop.run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }

    @Test
    @Order(4)
    void theSecondTimeEverythingIsThere() {
        Command.Result again = run(file, "--pictures", folder.toString());

        assertThat(again.status()).as(again.output()).isZero();
        assertThat(again.output())
                .contains("Everything was imported before; the shop agrees with the source.")
                .containsPattern("purchases +5\\d\\d\\d +0 +0 +5\\d\\d\\d");
    }

    private Command.Result run(Path community, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "community";
        arguments[1] = community.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return shop.run(LONG, "import", arguments);
    }

    private long members() {
        return admin.get("/api/v1/members?limit=1&count=true").number("total");
    }

    /** How many of the list came from the community. */
    private long imported(String list) {
        StringBuilder path = new StringBuilder("/api/v1/%s?limit=100&count=true".formatted(list));
        path.append(list.equals("products") ? "&active=any" : "");
        for (int id = 1; id <= 70; id++) {
            path.append("&externalId=community:").append(id);
        }
        return admin.get(path.toString()).number("total");
    }

    private long pictured() {
        return admin.get("/api/v1/products?active=any&externalId=community:1")
                .body()
                .required("items")
                .get(0)
                .required("imageUploadId")
                .asLong();
    }
}
