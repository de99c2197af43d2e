package kontor.ledger.balance;

import java.util.List;

/**
 * The balance between two stocktakings (L-26); nothing is posted for it.
 *
 * @param profitMinor sum of the balances above 0
 * @param lossMinor sum of those below, without sign
 */
public record Balance(
        long startId, long endId, long totalMinor, long profitMinor, long lossMinor, List<BalanceLine> products) {

    static Balance of(long startId, long endId, List<BalanceLine> products) {
        long profit = products.stream()
                .mapToLong(line -> Math.max(0, line.balanceMinor()))
                .reduce(0, Math::addExact);
        long loss = products.stream()
                .mapToLong(line -> Math.max(0, -line.balanceMinor()))
                .reduce(0, Math::addExact);
        return new Balance(startId, endId, profit - loss, profit, loss, products);
    }
}
