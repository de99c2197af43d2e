package kontor.invoice.request;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Requests for invoices. */
interface InvoiceRequests extends Repository<InvoiceRequest, Long> {

    InvoiceRequest save(InvoiceRequest request);

    Optional<InvoiceRequest> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from InvoiceRequest r where r.id = :id")
    Optional<InvoiceRequest> lock(long id);

    @NativeQuery("select * from invoice_request where order_id = :orderId and state = 'PENDING' for update")
    Optional<InvoiceRequest> lockPending(long orderId);

    @Query("select count(r) > 0 from InvoiceRequest r where r.orderId = :orderId and r.automatic")
    boolean wasReleased(long orderId);

    /** The next one to be issued; those of another instance at work are left to it. */
    @NativeQuery("""
            select id from invoice_request where state = 'PENDING' and released and id > :after order by id limit 1
            """)
    Optional<Long> nextDue(long after);

    /** The same, locked, unless it is another's or done by now. */
    @NativeQuery("""
            select id from invoice_request where id = :id and state = 'PENDING' and released for update skip locked
            """)
    Optional<Long> claim(long id);

    /** How many are released and not issued. */
    @NativeQuery("select count(*) from invoice_request where state = 'PENDING' and released")
    int countDue();

    /** Questions without an answer. */
    @NativeQuery("""
            select id from invoice_request where state = 'PENDING' and not released and asked_at < :before
            order by id limit 100
            """)
    List<Long> unanswered(Instant before);
}
