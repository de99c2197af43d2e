package kontor.reporting.books;

import kontor.reporting.ledger.Deposits;
import kontor.reporting.ledger.Replenishments;
import kontor.reporting.shelf.ShelfPurchases;
import kontor.reporting.stock.Prices;
import kontor.reporting.stock.Stocktakings;
import org.springframework.stereotype.Component;

/** The things that are looked at together. */
@Component
record Subjects(
        ShelfPurchases purchases,
        Deposits deposits,
        Replenishments replenishments,
        Stocktakings stocktakings,
        Prices prices) {}
