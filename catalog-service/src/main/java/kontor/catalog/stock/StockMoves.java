package kontor.catalog.stock;

import org.springframework.data.repository.Repository;

/** All moves. */
interface StockMoves extends Repository<StockMove, Long> {

    StockMove save(StockMove move);

    boolean existsByBusinessRef(String businessRef);
}
