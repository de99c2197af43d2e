package kontor.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.importer.community.CommunityFile;
import kontor.importer.community.GeneratedCommunity;
import kontor.importer.community.SmallCommunity;
import kontor.importer.reading.Refused;
import kontor.importer.shop.FakeShop;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommunityImportTests {

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
    void takesOverASmallCommunity() {
        assertThat(run()).isTrue();

        assertThat(said)
                .contains(
                        "Note: 2 users had a password, which cannot be taken over; "
                                + "--log-ins FILE.csv gives them log-ins.",
                        "Note: 1 pictures are left out, now and later: give their folder with --pictures DIR.",
                        "  users                                  4         4         0         0",
                        "  replenishmentrevoke                    2         2         0         0",
                        "  product_tag_assignments                4         3         0         0",
                        "  equal: 3 credits, together 1720",
                        "  explained: stock of product 3 Gum: the source shows 13, the shop 5: "
                                + "the source counts 8 pieces of replenishments that were revoked",
                        "The community is imported; the shop agrees with the source.");
        assertThat(said).noneMatch(line -> line.contains("DIFFERENT"));
    }

    @Test
    void changesNothingTheSecondTime() {
        run();
        said.clear();

        assertThat(run()).isTrue();

        assertThat(said)
                .contains("  purchases                              4         0         0         4")
                .endsWith("Everything was imported before; the shop agrees with the source.");
    }

    @Test
    void writesNothingInADryRun() {
        assertThat(run("--dry-run")).isTrue();

        assertThat(shop.requests()).isEmpty();
        assertThat(said)
                .contains("  deposits                               3")
                .endsWith("Nothing is wrong with %s; nothing was imported (--dry-run).".formatted(file));
    }

    @Test
    void takesOverAGrownCommunityOfManyYears() {
        file = GeneratedCommunity.write(folder.resolve("large.db"), 11, 60, 5_000);

        assertThat(run()).as(String.join("\n", said)).isTrue();

        assertThat(shop.books().count("PURCHASE")).isGreaterThanOrEqualTo(5_000);
        assertThat(List.of(
                        "DEPOSIT_SWITCH",
                        "PURCHASE_SWITCH",
                        "REPLENISHMENT_SWITCH",
                        "REPLENISHMENT_LINE_SWITCH",
                        "STOCKTAKING_SWITCH"))
                .allSatisfy(kind -> assertThat(shop.books().count(kind)).isPositive());
        assertThat(shop.requests())
                .allSatisfy(request -> assertThat(request.toString().length()).isLessThan(210_000));
        assertThat(shop.requests())
                .filteredOn(request -> request.has("facts"))
                .allSatisfy(request -> assertThat(request.get("facts").size()).isLessThanOrEqualTo(200));
        assertThat(said).anyMatch(line -> line.startsWith("  explained: stock of product"));
    }

    @Test
    void asksAgainWhenTheShopIsBusyOrAnAnswerGetsLost() {
        shop.troubles(503, 429, FakeShop.LOST, 502);
        shop.lag(3);

        assertThat(run()).as(String.join("\n", said)).isTrue();

        assertThat(shop.pauses()).contains(Duration.ofSeconds(7)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(shop.books().count("members")).isEqualTo(4);
        assertThat(said).contains("  ranks                                  3         3         0         0");
    }

    @Test
    void goesOnWhereItWasStopped() {
        shop.lag(Integer.MAX_VALUE);
        assertThatThrownBy(this::run).isInstanceOf(Trouble.class).hasMessageContaining("unknown-reference");
        assertThat(shop.books().count("PURCHASE")).isZero();
        shop.lag(0);
        said.clear();

        assertThat(run()).as(String.join("\n", said)).isTrue();

        assertThat(said).contains("  users                                  4         0         0         4");
    }

    @Test
    void joinsRanksAndTagsOfTheSameName() {
        shop.books().own("ranks", "Member", Map.of("debtLimitMinor", -5, "systemUser", false, "active", true));
        shop.books().own("tags", "Drinks", Map.of("forSale", true));

        assertThat(run()).isTrue();

        assertThat(said)
                .contains(
                        "Note: Rank Member stays as the shop has it (debt limit -5); the source has debt limit -2000.",
                        "  ranks                                  3         2         1         0",
                        "  tags                                   2         1         1         0");
    }

    @Test
    void refusesNamesAndBarcodesThatTheShopHas() {
        shop.books().own("products", "MATE", Map.of("active", true));
        shop.books().own("products", "Other", Map.of("active", true, "barcode", "4029764001807"));
        assertThatThrownBy(this::run)
                .isInstanceOf(Refused.class)
                .hasMessageMatching("products row 1: the shop has a product MATE already \\(\\d+\\)\\.");
        assertThat(shop.requests()).isEmpty();
    }

    @Test
    void refusesToRunAsSomebodyWhoIsNoAdmin() {
        shop.books().demote();

        assertThatThrownBy(this::run)
                .isInstanceOf(Refused.class)
                .hasMessage("The import runs as Ada, who is no admin of this shop.");
    }

    @Test
    void refusesASecondCommunity() {
        run();
        try (CommunityFile other = CommunityFile.open(file)) {
            other.execute("update users set creation_date = '2021-01-01 00:00:00' where id = 2");
        }
        assertThatThrownBy(this::run).isInstanceOf(Refused.class).hasMessageContaining("another community");
    }

    @Test
    void saysEachFigureThatDiffers() {
        run();
        said.clear();
        shop.books().forget("DEPOSIT", 1);
        shop.books().row("products", 2).put("active", false);

        assertThat(run()).isFalse();

        assertThat(said)
                .contains("  DIFFERENT: credit of user 2 Ben Lindqvist: 1820 in the source, 320 in the shop")
                .contains("  DIFFERENT: product 2 Crisps: active in the source, inactive in the shop")
                .endsWith("The import is complete, but 2 figures differ from the source.");
    }

    private boolean run(String... more) {
        return new ImportRun(shop, said).of(file, more);
    }
}
