package kontor.catalog.product;

import org.springframework.data.repository.Repository;

/** All price rows. */
interface Prices extends Repository<Price, Long> {

    Price save(Price price);
}
