package kontor.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.importer.reading.Refused;
import kontor.importer.retail.SmallRetail;
import kontor.importer.shop.FakeShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RetailImportTests {

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private FakeShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new FakeShop();
        SmallRetail.write(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void takesOverASmallShop() {
        assertThat(run()).as(String.join("\n", said)).isTrue();

        assertThat(said)
                .contains(
                        "Note: Customer.csv line 3: the password is none that the shop takes; "
                                + "give Teahouse a log-in by hand.",
                        "2 customers log in with the password they had, which they change when they do.",
                        "  Customer.csv                           3         3         0         0",
                        "  CustomerSite.csv                       4         4         0         0",
                        "  OrderItem.csv                          4         4         0         0",
                        "  InvoiceItem.csv                        4         4         0         0",
                        "  equal: product 2 Sencha, first flush: 40 pieces, net 12.50",
                        "  equal: order 10: net 38.45, gross 40.77",
                        "  equal: order 12: net 81.00, gross 90.72",
                        "  equal: invoice 6: net 38.45, gross 40.77",
                        "The retail shop is imported; the shop agrees with the source.");
        assertThat(said).noneMatch(line -> line.contains("DIFFERENT"));
    }

    @Test
    void sendsParentsFirstAndWhatTheShopKnowsItBy() {
        run();

        assertThat(request("categories").get("categories"))
                .extracting(row -> row.get("externalId").asString())
                .containsExactly("3", "4", "9");
        JsonNode order = request("orders").at("/orders/0");
        assertThat(order.get("customerSiteId").asLong()).isEqualTo(1_002);
        assertThat(order.get("status").asString()).isEqualTo("DELIVERED");
        assertThat(order.at("/items/1/unitPriceMinor").asLong()).isEqualTo(95);
        JsonNode invoice = request("invoices").at("/invoices/1");
        assertThat(invoice.at("/items/1/orderLineNo").asInt()).isEqualTo(2);
        assertThat(invoice.at("/items/0/vatPercentage").decimalValue().toPlainString())
                .isEqualTo("5.5");
        assertThat(request("customers").at("/customers/0/lastName").asString()).isEqualTo("Sølvberg");
        assertThat(request("products").at("/products/0/descriptionXml").asString())
                .startsWith("<product>");
    }

    @Test
    void sendsPasswordsInOneKindOfRequestOnly() {
        run();

        assertThat(shop.requests())
                .filteredOn(request -> !request.has("logIns"))
                .noneMatch(request -> request.toString().contains("correct horse")
                        || request.toString().contains("fidelis"));
        assertThat(shop.requests())
                .filteredOn(request -> request.has("logIns"))
                .extracting(request -> request.at("/logIns/0/password").asString())
                .containsExactly("correct horse", "semper, \"fidelis\"");
        assertThat(said).noneMatch(line -> line.contains("correct horse"));
    }

    @Test
    void changesNothingTheSecondTime() {
        run();
        said.clear();

        assertThat(run()).isTrue();

        assertThat(said)
                .contains("  Order.csv                              2         0         0         2")
                .endsWith("Everything was imported before; the shop agrees with the source.");
    }

    @Test
    void writesNothingInADryRun() {
        assertThat(run("--dry-run")).isTrue();

        assertThat(shop.requests()).isEmpty();
        assertThat(said)
                .contains("  OrderItem.csv                          4")
                .endsWith("Nothing is wrong with %s; nothing was imported (--dry-run).".formatted(folder));
    }

    @Test
    void importsNothingAtAllOfABrokenFolder() {
        SmallRetail.change(folder, "InvoiceItem.csv", 5, "34,Cup,1,0.95,27,6,99");

        assertThatThrownBy(this::run)
                .isInstanceOf(Refused.class)
                .hasMessage("InvoiceItem.csv line 5: OrderItemID names ID 99 of OrderItem.csv, which does not exist.");
        assertThatThrownBy(() -> run("--dry-run"))
                .isInstanceOf(Refused.class)
                .hasMessage("InvoiceItem.csv line 5: OrderItemID names ID 99 of OrderItem.csv, which does not exist.");
        assertThat(shop.requests()).isEmpty();
    }

    @Test
    void asksAgainWhenTheShopIsBusyOrAnAnswerGetsLost() {
        shop.troubles(503, 429, FakeShop.LOST, 502);

        assertThat(run()).as(String.join("\n", said)).isTrue();

        assertThat(shop.books().count("orders")).isEqualTo(2);
    }

    @Test
    void joinsWhatHasTheSameName() {
        shop.books().own("paymentMethods", "Wire transfer in 20 days", Map.of("deadlineDays", 14));
        shop.books().own("categories", "Cups of the small shop", Map.of());

        assertThat(run()).as(String.join("\n", said)).isTrue();

        assertThat(said)
                .contains(
                        "Note: Category Cups of the small shop is joined with that of the shop and stays where it is.",
                        "Note: Payment method Wire transfer in 20 days stays as the shop has it (14 days); "
                                + "the source has 20 days.",
                        "  PaymentMethod.csv                      2         1         1         0");
    }

    @Test
    void refusesNamesThatTheShopHas() {
        shop.books().own("products", "STONEWARE cup of the small shop", Map.of("active", true));
        shop.books()
                .own(
                        "members",
                        "x",
                        Map.of("login", "Teahouse", "lastName", "Other", "createdAt", "2020-01-01T00:00:00Z"));

        assertThatThrownBy(this::run)
                .isInstanceOf(Refused.class)
                .hasMessage("Customer.csv line 3: the shop has a member with the login teahouse already.");
        assertThatThrownBy(() -> run("--dry-run"))
                .isInstanceOf(Refused.class)
                .hasMessage("Customer.csv line 3: the shop has a member with the login teahouse already.");
        assertThat(shop.requests()).isEmpty();
    }

    @Test
    void refusesASecondShop() {
        run();
        SmallRetail.change(folder, "Order.csv", 2, "10,2021-03-02,2021-03-10,2,5,3");

        assertThatThrownBy(this::run)
                .isInstanceOf(Refused.class)
                .hasMessage("The shop already holds another retail shop: its order 10, placed at 2021-03-01T00:00:00Z, "
                        + "is not in Order.csv.");
    }

    @Test
    void refusesToRunAsSomebodyWhoIsNoAdmin() {
        shop.books().demote();

        assertThatThrownBy(this::run)
                .isInstanceOf(Refused.class)
                .hasMessage("The import runs as Ada, who is no admin of this shop.");
    }

    @Test
    void saysEachFigureThatDiffers() {
        run();
        said.clear();
        shop.books().row("products", 3).put("openingStock", 6);
        ((ObjectNode) shop.books().row("products", 2).at("/prices/0")).put("amountMinor", 1_251);
        ((ObjectNode) shop.books().row("orders", 12).at("/items/0")).put("amount", 1);
        ((ObjectNode) shop.books().row("invoices", 6).at("/items/0")).put("vatPercentage", 0);
        shop.books().forget("invoices", 4);

        // The answers that were given before stay what they are.
        assertThat(run()).isFalse();

        assertThat(said)
                .contains(
                        "  DIFFERENT: stock of product 3 Stoneware cup of the small shop: 7 in the source,"
                                + " 6 in the shop",
                        "  DIFFERENT: price of product 2 Sencha, first flush: 12.50 in the source, 12.51 in the shop",
                        "  DIFFERENT: order 12: net 81.00 and gross 90.72 in the source,"
                                + " net 63.00 and gross 67.86 in the shop",
                        "  DIFFERENT: invoice 6: net 38.45 and gross 40.77 in the source,"
                                + " net 38.45 and gross 38.71 in the shop",
                        "  DIFFERENT: invoice 4 is not in the shop")
                .endsWith("The import is complete, but 5 figures differ from the source.");
    }

    private JsonNode request(String list) {
        return shop.requests().stream()
                .filter(request -> request.has(list))
                .findFirst()
                .orElseThrow();
    }

    private boolean run(String... more) {
        return new ImportRun(shop, said).ofRetail(folder, more);
    }
}
