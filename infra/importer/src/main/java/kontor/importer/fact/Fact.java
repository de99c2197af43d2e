package kontor.importer.fact;

import java.time.Instant;
import java.util.List;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/** One thing that happened at the shelf or to its money, with all that belongs to it. */
public sealed interface Fact {

    /** The table of the row that tells it. */
    Table table();

    /** The id of that row. */
    long id();

    /** When it happened, as the source says. */
    Instant at();

    /** How many rows of the source it consists of, its lines included. */
    default int rows() {
        return 1;
    }

    /** Money paid in or out. */
    record Deposited(Shelf.Deposit deposit) implements Fact {

        @Override
        public Table table() {
            return Table.DEPOSITS;
        }

        @Override
        public long id() {
            return deposit.id();
        }

        @Override
        public Instant at() {
            return deposit.at().at();
        }
    }

    /** A purchase. */
    record Purchased(Shelf.Purchase purchase) implements Fact {

        @Override
        public Table table() {
            return Table.PURCHASES;
        }

        @Override
        public long id() {
            return purchase.id();
        }

        @Override
        public Instant at() {
            return purchase.at().at();
        }
    }

    /** A replenishment with its lines. */
    record Replenished(Shelf.Collection collection, List<Shelf.Line> lines) implements Fact {

        @Override
        public Table table() {
            return Table.REPLENISHMENT_COLLECTIONS;
        }

        @Override
        public long id() {
            return collection.id();
        }

        @Override
        public Instant at() {
            return collection.at().at();
        }

        @Override
        public int rows() {
            return 1 + lines.size();
        }
    }

    /** A stocktaking with its counts. */
    record Counted(Shelf.Stocktaking stocktaking, List<Shelf.Count> counts) implements Fact {

        @Override
        public Table table() {
            return Table.STOCKTAKING_COLLECTIONS;
        }

        @Override
        public long id() {
            return stocktaking.id();
        }

        @Override
        public Instant at() {
            return stocktaking.at().at();
        }

        @Override
        public int rows() {
            return 1 + counts.size();
        }
    }

    /**
     * One of the others was revoked or applied again.
     *
     * @param actorId who did it; for a purchase who entered it, else its buyer, since the source does not tell
     */
    record Switched(Shelf.Switch row, long actorId) implements Fact {

        @Override
        public Table table() {
            return row.table();
        }

        @Override
        public long id() {
            return row.id();
        }

        @Override
        public Instant at() {
            return row.at().at();
        }
    }
}
