package kontor.catalog.deal;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was told to all purchases. */
interface Deals extends Repository<Deal, Long> {

    Deal save(Deal deal);

    /** Asks the database only if this transaction does not hold the lock yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Deal> findById(Long purchaseId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Deal d where d.purchaseId in :purchaseIds order by d.purchaseId")
    List<Deal> lockAll(Collection<Long> purchaseIds);
}
