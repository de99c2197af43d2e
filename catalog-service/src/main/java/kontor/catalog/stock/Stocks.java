package kontor.catalog.stock;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stocks of all products that are or were counted. */
interface Stocks extends Repository<Stock, Long> {

    Stock saveAndFlush(Stock stock);

    Stock save(Stock stock);

    List<Stock> saveAll(Iterable<Stock> stocks);

    void flush();

    /** Asks the database only if this transaction does not hold the lock yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Stock> findById(Long productId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Stock s where s.productId in :productIds order by s.productId")
    List<Stock> lockAll(Collection<Long> productIds);
}
