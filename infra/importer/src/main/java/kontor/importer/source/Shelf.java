package kontor.importer.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened at the shelf and to its money; each list in the order of its ids, money in minor units. */
public record Shelf(
        List<Deposit> deposits,
        List<Collection> collections,
        List<Line> lines,
        List<Purchase> purchases,
        List<Stocktaking> stocktakings,
        List<Count> counts,
        List<Switch> switches) {

    /** Money paid in, or out. */
    public record Deposit(
            long id, Stamp at, long userId, long adminId, long amountMinor, String comment, boolean revoked) {}

    /** A replenishment: what a member bought for the shelf. */
    public record Collection(long id, Stamp at, long adminId, long sellerId, boolean revoked, String comment) {}

    /** One of the goods of a replenishment. */
    public record Line(long id, long collectionId, long productId, boolean revoked, int amount, long totalPriceMinor) {}

    /** A purchase; the admin is there if he entered it. */
    public record Purchase(
            long id,
            Stamp at,
            @Nullable Long adminId,
            long userId,
            long productId,
            long unitPriceMinor,
            int amount,
            boolean revoked) {}

    /** A stocktaking. */
    public record Stocktaking(long id, Stamp at, boolean revoked, long adminId) {}

    /** The pieces counted of a product. */
    public record Count(long id, int count, long productId, long stocktakingId) {}

    /**
     * Something was revoked or applied again.
     *
     * @param table of the row, which says what was switched
     * @param thingId the deposit, collection, line, purchase or stocktaking
     * @param adminId null for purchases: the source does not note who it was
     */
    public record Switch(
            Table table,
            long id,
            Stamp at,
            boolean revoked,
            long thingId,
            @Nullable Long adminId) {}

    /** The rows of one history, all things together. */
    public List<Switch> switches(Table table) {
        return switches.stream().filter(row -> row.table() == table).toList();
    }
}
