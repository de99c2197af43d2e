package kontor.ledger.balance;

/**
 * What became of one product.
 *
 * @param startCount pieces counted at the start, 0 if it was not counted
 * @param otherPieces sum of the moves that are neither purchase nor replenishment
 * @param difference pieces counted at the end less those that should have been there
 * @param meanPriceMinor net, over the days of the window (L-27)
 * @param balanceMinor difference x mean price
 */
public record BalanceLine(
        long productId,
        String name,
        long startCount,
        long endCount,
        long boughtPieces,
        long boughtMinor,
        long replenishedPieces,
        long replenishedMinor,
        long otherPieces,
        long difference,
        long meanPriceMinor,
        long balanceMinor) {

    /** Pieces of a product in a window, and money that went with them. */
    record Moved(long productId, String name, long today, Counts counts, Sum bought, Sum replenished, long others) {}

    /** Pieces counted at both ends. */
    record Counts(long start, long end) {}

    /** Pieces and their price. */
    record Sum(long pieces, long minor) {}

    static BalanceLine of(Moved moved, long meanPriceMinor) {
        long expected = moved.counts().start()
                - moved.bought().pieces()
                + moved.replenished().pieces()
                + moved.others();
        long difference = moved.counts().end() - expected;
        return new BalanceLine(
                moved.productId(),
                moved.name(),
                moved.counts().start(),
                moved.counts().end(),
                moved.bought().pieces(),
                moved.bought().minor(),
                moved.replenished().pieces(),
                moved.replenished().minor(),
                moved.others(),
                difference,
                meanPriceMinor,
                Math.multiplyExact(difference, meanPriceMinor));
    }
}
