package kontor.ledger.receivable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Payments of invoices, and the history of their switches. */
interface InvoicePayments extends Repository<InvoicePayment, Long> {

    InvoicePayment save(InvoicePayment payment);

    Optional<InvoicePayment> findById(long id);

    /** Whose receivable has to be locked before the payment is looked at; it never changes. */
    @Query("select p.invoiceId from InvoicePayment p where p.id = :id")
    Optional<Long> invoiceOf(long id);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into invoice_payment_revocation (id, payment_id, revoked, by_admin_id, at)
            values (nextval('invoice_payment_revocation_seq'), :paymentId, :revoked, :adminId, :at)
            """)
    void note(long paymentId, boolean revoked, UUID adminId, Instant at);
}
