package kontor.ledger.escrow;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Money of purchases; the locking query is the first read of a row in its transaction. */
interface Escrows extends Repository<Escrow, Long> {

    Escrow save(Escrow escrow);

    /** Asks the database only if this transaction does not hold the lock yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Escrow> findById(Long purchaseId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Escrow e where e.purchaseId in :purchaseIds order by e.purchaseId")
    List<Escrow> lockAll(Collection<Long> purchaseIds);
}
