package kontor.catalog.reservation;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was told to all orders. */
interface Promises extends Repository<Promise, Long> {

    Promise save(Promise promise);

    /** Asks the database only if this transaction does not hold the lock yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Promise> findById(Long orderId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Promise p where p.orderId in :orderIds order by p.orderId")
    List<Promise> lockAll(Collection<Long> orderIds);
}
