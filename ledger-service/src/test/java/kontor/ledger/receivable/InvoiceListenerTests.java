package kontor.ledger.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.ledger.receivable.InvoiceListener.CancelledInvoice;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceListenerTests {

    private static final EventSchema ISSUED = EventSchema.of(Invoices.ISSUED);
    private static final EventSchema CANCELLED = EventSchema.of(Invoices.CANCELLED);

    @Test
    void readsTheExampleOfTheContract() {
        IssuedInvoice invoice = message(ISSUED.example()).as(IssuedInvoice.class);

        assertThat(invoice.invoiceId()).isEqualTo(801);
        assertThat(invoice.number()).isEqualTo("4-2026-000018");
        assertThat(invoice.customerId()).isEqualTo(202);
        assertThat(invoice.paymentDeadline()).isEqualTo(LocalDate.parse("2026-05-29"));
        assertThat(invoice.grossMinor()).isEqualTo(2_883);
        assertThat(message(ISSUED.example("imported")).as(IssuedInvoice.class).invoiceId())
                .isEqualTo(790);
    }

    @Test
    void readsACancelledOne() {
        assertThat(message(CANCELLED.example()).as(CancelledInvoice.class))
                .isEqualTo(new CancelledInvoice(
                        801, new CancelledInvoice.Cancellation(Instant.parse("2026-05-18T08:00:00Z"))));
    }

    /** The row INVOICE of the posting matrix. */
    @Test
    void postsPerRate() {
        Instant told = Instant.parse("2026-05-15T08:00:01Z");

        Posting posting = message(ISSUED.example()).as(IssuedInvoice.class).posting(told);

        assertThat(posting.kind()).isEqualTo(TransferKind.INVOICE);
        assertThat(posting.businessRef()).isEqualTo("invoice:801:1");
        assertThat(posting.at()).isEqualTo("2026-05-15T08:00:00.000001Z");
        assertThat(posting.bookedAt()).isEqualTo(told);
        assertThat(posting.lines().stream()
                        .map(line -> "%s %d"
                                .formatted(
                                        nameOf((CommunityAccount) line.party()),
                                        line.amount().minor())))
                .containsExactly("RECEIVABLE 202 -2883", "RETAIL_SALES  2525", "VAT_PAYABLE 0 0", "VAT_PAYABLE 27 358");
    }

    @ParameterizedTest
    @CsvSource({
        "2883, 2884",
        "2883, -2883",
        "358 }, 359 }",
        "358 }, -358 }",
        "1200, 12000000000000000000",
        "27, 127",
        "\"percentage\": 27, \"percentage\": 27.005",
        "2026-05-29, 2026-02-30",
        "\"number\", \"no\"",
        "\"vat\", \"taxes\"",
        "4-2026-000018, 4-2026-000000000000000000000000000000000018",
    })
    void takesWhatCannotBeBookedForMalformed(String text, String other) {
        String body = ISSUED.example();
        assertThat(body).contains(text);

        assertThatThrownBy(() -> message(body.replace(text, other)).as(IssuedInvoice.class))
                .isInstanceOf(MalformedRecord.class);
    }

    private static String nameOf(CommunityAccount account) {
        return account.kind() + " " + account.owner();
    }

    private static Message message(String body) {
        return new Message(
                "kontor.invoice.invoice.v1",
                UUID.randomUUID(),
                Invoices.ISSUED,
                "301",
                2,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
