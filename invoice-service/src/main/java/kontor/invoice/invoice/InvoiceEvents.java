package kontor.invoice.invoice;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invoices to {@code kontor.invoice.invoice.v1}: a stream per order, counted in {@code invoice_stream}. */
@Component
class InvoiceEvents {

    private static final String INVOICES = "kontor.invoice.invoice.v1";

    private final Outbox outbox;
    private final JdbcClient jdbc;

    InvoiceEvents(Outbox outbox, JdbcClient jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(InvoiceFact fact) {
        outbox.append(INVOICES, fact.orderId(), nextVersion(fact.orderId()), fact);
    }

    /** The row stays locked until the fact is committed, so facts of an order leave in the order of their numbers. */
    private long nextVersion(long orderId) {
        return jdbc.sql("""
                        insert into invoice_stream (order_id, version) values (?, 1)
                        on conflict (order_id) do update set version = invoice_stream.version + 1
                        returning version
                        """).param(orderId).query(Long.class).single();
    }
}
