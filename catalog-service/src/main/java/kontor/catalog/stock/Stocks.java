package kontor.catalog.stock;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stocks of all products that are or were counted. */
interface Stocks extends Repository<Stock, Long> {

    Stock saveAndFlush(Stock stock);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Stock s where s.productId = :productId")
    Optional<Stock> lock(long productId);
}
