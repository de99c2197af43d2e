package kontor.ledger.receivable;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Receivables by invoice; the locking query is the first read of a row in its transaction. */
interface Receivables extends Repository<Receivable, Long> {

    Receivable save(Receivable receivable);

    boolean existsByInvoiceId(long invoiceId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Receivable r where r.invoiceId = :invoiceId")
    Optional<Receivable> lock(long invoiceId);
}
