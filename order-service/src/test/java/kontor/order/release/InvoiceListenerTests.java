package kontor.order.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.order.Messages;
import kontor.order.release.InvoiceListener.Document;
import kontor.order.release.InvoiceListener.Requested;
import org.junit.jupiter.api.Test;

/** What invoice-service tells, read from the examples of its contract. */
class InvoiceListenerTests {

    @Test
    void readsAQuestion() {
        assertThat(Messages.example("kontor.invoice.invoice-requested.v1").as(Requested.class))
                .isEqualTo(new Requested(301, 51, UUID.fromString("0199c0de-0001-7000-8000-0000000000ad")));
    }

    @Test
    void readsDocuments() {
        assertThat(Messages.example("kontor.invoice.invoice-issued.v1").as(Document.class))
                .isEqualTo(new Document(301, 801));
        assertThat(Messages.example("kontor.invoice.invoice-issued.v1", "imported")
                        .as(Document.class))
                .isEqualTo(new Document(301, 790));
        assertThat(Messages.example("kontor.invoice.invoice-cancelled.v1").as(Document.class))
                .isEqualTo(new Document(301, 801));
    }
}
