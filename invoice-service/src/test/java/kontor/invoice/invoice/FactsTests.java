package kontor.invoice.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kontor.invoice.Papers;
import kontor.invoice.paper.Paper;
import kontor.platform.messaging.EventJson;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is told is what the contracts promise, to the letter of their examples. */
class FactsTests {

    private static final UUID ADA = UUID.fromString("0199c0de-0001-7000-8000-0000000000ad");
    private static final UUID CLEO = UUID.fromString("0199c0de-0002-7000-8000-0000000000c1");
    private static final List<Document.Sold> SOLD =
            List.of(new Document.Sold(9001, 1051), new Document.Sold(9002, 1052), new Document.Sold(9003, 1060));

    @Test
    void tellsAnInvoiceAsTheContractSays() {
        fits("kontor.invoice.invoice-issued.v1", Facts.issued(801, document(), 51L));
    }

    @Test
    void tellsACancellationAsTheContractSays() {
        Document cancellation = new Document(
                cancellation(),
                new Document.Place(2026, 19),
                4,
                301,
                202,
                Instant.parse("2026-05-18T08:00:00Z"),
                SOLD,
                ADA,
                801L,
                null);

        fits("kontor.invoice.invoice-cancelled.v1", Facts.cancelled(802, cancellation, 801, "4-2026-000018"));
    }

    @Test
    void tellsAnImportedCancelledInvoiceAsTheContractSays() {
        fits(
                "kontor.invoice.cancelled-invoice-imported.v1",
                new InvoiceFact.CancelledInvoiceImported(301, 803, "import-17", 202, LocalDate.parse("2008-01-30")));
    }

    @Test
    void tellsAQuestionAndAPrintAsTheContractSays() {
        fits(
                "kontor.invoice.invoice-requested.v1",
                new InvoiceFact.InvoiceRequested(301, 51, LocalDate.parse("2026-05-14"), ADA));
        fits(
                "kontor.invoice.invoice-printed.v1",
                new InvoiceFact.InvoicePrinted(
                        301, 801, "4-2026-000018", 1, Instant.parse("2026-05-15T09:30:00Z"), CLEO));
    }

    @Test
    void hashesEachPrintedThing() {
        Paper paper = Papers.invoice();

        assertThat(ContentHash.content(paper))
                .startsWith("7:INVOICE,13:4-2026-000018,-,-,16:Kontor Shop Ltd.,14:Main street 23")
                .contains("17:Baross Gábor út 3", "1:1,20:Espresso beans 250 g,1:3,3:410,5:27.00,4:1230;")
                .endsWith("4:0.00,4:1200,1:0;5:27.00,4:1325,3:358");
        assertThat(ContentHash.of(paper)).matches("[0-9a-f]{64}");
    }

    @Test
    void refusesALineThatIsAboutNothing() {
        assertThatThrownBy(() -> new Document(
                        Papers.invoice(),
                        null,
                        4,
                        301,
                        202,
                        Instant.EPOCH,
                        SOLD.subList(0, 2),
                        ADA,
                        null,
                        new Document.Source("retail", "1", 2, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Paper cancellation() {
        Paper invoice = Papers.invoice();
        return new Paper(
                Paper.Kind.CANCELLATION,
                "4-2026-000019",
                invoice.number(),
                "Wrong address",
                invoice.seller(),
                invoice.customer(),
                invoice.shipTo(),
                invoice.paymentMethod(),
                invoice.meansCode(),
                LocalDate.parse("2026-05-18"),
                invoice.deliveryDate(),
                invoice.paymentDeadline(),
                invoice.currency(),
                invoice.lines().stream()
                        .map(line -> new Paper.Line(
                                line.lineNo(),
                                line.name(),
                                -line.amount(),
                                line.unitPriceMinor(),
                                line.vatPercentage(),
                                -line.netMinor()))
                        .toList(),
                invoice.vat().stream()
                        .map(rate -> new Paper.Vat(rate.percentage(), -rate.netMinor(), -rate.vatMinor()))
                        .toList(),
                -2_525,
                -358,
                -2_883);
    }

    private static Document document() {
        return new Document(
                Papers.invoice(),
                new Document.Place(2026, 18),
                4,
                301,
                202,
                Instant.parse("2026-05-15T08:00:00.000001Z"),
                SOLD,
                ADA,
                null,
                null);
    }

    private static void fits(String type, Object fact) {
        String body = EventJson.write(fact);
        EventSchema schema = EventSchema.of(type);
        schema.assertValid(body);
        assertThat(JsonMapper.shared().readTree(body))
                .isEqualTo(JsonMapper.shared().readTree(schema.example()));
    }
}
