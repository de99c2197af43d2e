package kontor.importer.retail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kontor.importer.reading.Refused;
import kontor.importer.retail.SmallRetail;
import kontor.importer.retail.source.Billing;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Totals.Sum;
import kontor.importer.retail.source.Trade;
import kontor.importer.retail.source.Wares;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailReaderTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        SmallRetail.write(folder);
    }

    @Test
    void readsCustomersAndSplitsTheirNames() {
        List<Clientele.Customer> customers = read().clientele().customers();

        assertThat(customers).extracting(Clientele.Customer::id).containsExactly(1L, 4L, 7L);
        assertThat(customers).extracting(Clientele.Customer::firstName).containsExactly("Greta Maria", null, "Ödön");
        assertThat(customers).extracting(Clientele.Customer::lastName).containsExactly("Sølvberg", "Teahouse", "Kiss");
        assertThat(customers.getLast().password()).isEqualTo("semper, \"fidelis\"");
        assertThat(customers.get(1).email()).isNull();
        assertThat(customers.getFirst().toString()).doesNotContain("correct horse");
        assertThat(read().clientele().sites().get(1).street()).isEqualTo("Lange Gasse 7, Stiege 2");
    }

    @Test
    void cutsLongNamesToWhatAMemberMayHave() {
        Clientele.Customer customer = new Clientele.Customer(
                2, 1, "𝒜".repeat(20) + " " + "b".repeat(20) + " " + "c".repeat(40), null, null, null, null, 1);

        assertThat(customer.firstName()).isEqualTo("𝒜".repeat(20) + " " + "b".repeat(11));
        assertThat(customer.lastName()).isEqualTo("c".repeat(32));
    }

    @Test
    void takesWholeUnitsForHundredMinorOnes() {
        assertThat(read().wares().products())
                .extracting(Wares.Product::priceMinor)
                .containsExactly(1_250L, 1_800L, 4_500L);
        assertThat(read().wares().products().getFirst().description()).contains("Loose \"leaf\" tea,\nsteamed.");
    }

    @Test
    void readsOrdersWithCodesAndMoments() {
        Trade trade = read().trade();

        assertThat(trade.statuses())
                .extracting(Trade.Status::code)
                .containsExactly("NEW", "PROCESSING", "PACKAGED", "IN_TRANSIT", "DELIVERED");
        assertThat(trade.orders())
                .extracting(Trade.Order::placedAt)
                .containsExactly(Instant.parse("2021-03-01T00:00:00Z"), Instant.parse("2021-04-02T09:30:00Z"));
    }

    @Test
    void readsInvoicesAsTheyWerePrinted() {
        Billing.Invoice cancelled = read().billing().invoices().getFirst();

        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.printedCopies()).isEqualTo(2);
        assertThat(cancelled.creationDate()).isEqualTo(LocalDate.of(2021, 3, 8));
        assertThat(cancelled.paymentMethod()).isEqualTo("Wire transfer 20");
    }

    /** 5.5 % of 3 750 are 206.25, 27 % of 95 are 25.65. */
    @Test
    void addsUpByRate() {
        Retail retail = read();

        assertThat(retail.orderSums())
                .containsEntry(10L, new Sum(3_845, 4_077))
                .containsEntry(12L, new Sum(8_100, 9_072));
        assertThat(retail.invoiceSums().values()).containsOnly(new Sum(3_845, 4_077));
        assertThat(retail.read(Sheet.ORDER_ITEMS)).isEqualTo(4);
    }

    @Test
    void leavesOtherFilesAndColumnsAside() throws IOException {
        Files.writeString(folder.resolve("MongoVariant-VatName.csv"), "not read");
        Files.writeString(folder.resolve("VAT.csv"), "\ufeffNote,Percentage,ID\nlow,0,1\n,5.5,2\n,27,3\n");

        Retail retail = read();

        assertThat(retail.notes())
                .containsExactlyInAnyOrder(
                        "Left aside, since no file of the layout: MongoVariant-VatName.csv.",
                        "Left aside of VAT.csv: Note.");
        assertThat(retail.wares().vatRates()).hasSize(3);
    }

    @Test
    void refusesAFolderThatIsNone() throws IOException {
        assertRefused(folder.resolve("Order.csv"), folder.resolve("Order.csv") + " is no folder.");
        Files.delete(folder.resolve("Order.csv"));
        assertRefused(folder, folder + " has no file Order.csv.");
    }

    @Test
    void refusesOtherBytesThanUtf8() throws IOException {
        Files.write(
                folder.resolve("Status.csv"), "ID,Name\n1,New\n2,Kész \u0151\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(folder, "Status.csv line 3: it is not written in UTF-8.");
    }

    private static void assertRefused(Path folder, String sentence) {
        assertThatThrownBy(() -> RetailReader.read(folder, NOW))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }

    private Retail read() {
        return RetailReader.read(folder, NOW);
    }
}
