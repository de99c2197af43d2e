package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import kontor.importer.retail.SmallRetail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A retail shop moves in from its CSV files: a larger one where it stands beside the checkout, else our own. */
@Order(11)
@ExtendWith(ShopExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetailImportIT {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Path SHARED = Path.of("..", "..", "..", "shared", "data", "retail");

    @TempDir
    private Path folder;

    private final Shop shop;
    private final Client admin;

    RetailImportIT(Shop shop) {
        this.shop = shop;
        this.admin = shop.as("ada");
    }

    @BeforeEach
    void write() {
        SmallRetail.write(folder);
    }

    @Test
    @Order(1)
    void aBrokenFileIsNamedByFileAndLineAndNothingIsImported() {
        SmallRetail.change(folder, "OrderItem.csv", 3, "22,0,0.95,10,3,5");

        Command.Result refused = run(folder);

        assertThat(refused.status()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output())
                .contains("Nothing was imported: OrderItem.csv line 3: Amount is 0, possible are 1 to 10000.");
        assertThat(imported("customers", 1, 2, 3, 4, 7)).isZero();
    }

    @Test
    @Order(2)
    void aDryRunTellsAndChangesNothing() {
        Command.Result dry = run(folder, "--dry-run");

        assertThat(dry.status()).as(dry.output()).isZero();
        assertThat(dry.output()).contains("nothing was imported (--dry-run)");
        assertThat(imported("orders", 1, 2, 10, 12)).isZero();
    }

    @Test
    @Order(3)
    void aRetailShopMovesInAndAllItsFiguresAgree() {
        Command.Result done = run(source());

        assertThat(done.status()).as(done.output()).isZero();
        assertThat(done.output())
                .contains("log in with the password they had, which they change when they do.")
                .contains("The retail shop is imported; the shop agrees with the source.")
                .doesNotContain("DIFFERENT");
        if (isShared()) {
            assertThat(imported("customers", 1, 2, 3)).isEqualTo(3);
            assertThat(imported("categories", IntStream.rangeClosed(1, 21).toArray()))
                    .isEqualTo(20);
            assertThat(imported("products", IntStream.rangeClosed(1, 10).toArray()))
                    .isEqualTo(10);
            assertThat(done.output()).containsPattern("OrderItem.csv +13 +13 +0 +0");
            assertOrder(1, 3_461_512);
            assertInvoice(1, 3_461_512, 2);
            assertInvoice(2, 3_321_177, 2);
        } else {
            assertThat(imported("customers", 1, 4, 7)).isEqualTo(3);
            assertThat(imported("products", 2, 3, 8)).isEqualTo(3);
            assertOrder(10, 4_077);
            assertInvoice(6, 4_077, 1);
        }
    }

    private void assertOrder(int id, long grossMinor) {
        JsonNode order = only("/api/v1/orders?externalId=retail:" + id);
        assertThat(order.required("status").asString()).isEqualTo("DELIVERED");
        assertThat(order.required("grossMinor").asLong()).isEqualTo(grossMinor);
    }

    private void assertInvoice(int id, long grossMinor, int printedCopies) {
        JsonNode invoice = only("/api/v1/invoices?externalId=retail:" + id);
        assertThat(invoice.required("number").asString()).isEqualTo("import-" + id);
        assertThat(invoice.required("grossMinor").asLong()).isEqualTo(grossMinor);
        assertThat(invoice.required("printedCopies").asInt()).isEqualTo(printedCopies);
    }

    @Test
    @Order(4)
    void theSecondTimeEverythingIsThere() {
        Command.Result again = run(source());

        assertThat(again.status()).as(again.output()).isZero();
        assertThat(again.output())
                .contains("Everything was imported before; the shop agrees with the source.")
                .containsPattern("OrderItem.csv +(4|13) +0 +0 +(4|13)");
    }

    @Test
    @Order(5)
    void whatMustHoldStillHolds() {
        Command.Result check = shop.run("check");

        assertThat(check.status()).as(check.output()).isZero();
    }

    @Test
    @Order(6)
    void anotherShopIsRefused() {
        SmallRetail.change(folder, "Order.csv", 2, "10,2021-03-02,2021-03-10,2,5,3");

        Command.Result refused = run(folder);

        assertThat(refused.status()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains("The shop already holds another retail shop");
    }

    private Path source() {
        return isShared() ? SHARED.toAbsolutePath().normalize() : folder;
    }

    private static boolean isShared() {
        return Files.isDirectory(SHARED);
    }

    private Command.Result run(Path retail, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "retail";
        arguments[1] = retail.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return shop.run(LONG, "import", arguments);
    }

    private long imported(String list, int... ids) {
        StringBuilder path = new StringBuilder("/api/v1/%s?limit=100&count=true".formatted(list));
        path.append(list.equals("products") ? "&active=any" : "");
        for (int id : ids) {
            path.append("&externalId=retail:").append(id);
        }
        return admin.get(path.toString()).number("total");
    }

    private JsonNode only(String path) {
        return admin.get(path).body().required("items").get(0);
    }
}
