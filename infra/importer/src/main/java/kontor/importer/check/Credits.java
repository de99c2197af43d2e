package kontor.importer.check;

import java.util.List;
import kontor.importer.fact.Fact;
import kontor.importer.fact.Ledger;
import kontor.importer.reading.Findings;

/** No amount and no credit may ever leave the range of money (G-8): the ledger would refuse it half way. */
final class Credits {

    private static final long MONEY_MAX = 9_999_999_999L;

    private Credits() {}

    static void check(List<Fact> facts, Findings findings) {
        Ledger ledger = new Ledger();
        for (Fact fact : facts) {
            Ledger.Change change = ledger.apply(fact);
            if (Math.abs(change.credit()) > MONEY_MAX || change.changed() > MONEY_MAX) {
                findings.add(
                        fact.table(),
                        fact.id(),
                        "the credit of user %d would be %d, which is more money than possible"
                                .formatted(change.userId(), change.credit()));
            }
        }
    }
}
