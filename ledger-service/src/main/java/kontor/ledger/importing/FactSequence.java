package kontor.ledger.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.CommunityFact.Bought;
import kontor.ledger.community.CommunityFact.CollectionSwitched;
import kontor.ledger.community.CommunityFact.Counted;
import kontor.ledger.community.CommunityFact.DepositSwitched;
import kontor.ledger.community.CommunityFact.Deposited;
import kontor.ledger.community.CommunityFact.LineSwitched;
import kontor.ledger.community.CommunityFact.PurchaseSwitched;
import kontor.ledger.community.CommunityFact.Replenished;
import kontor.ledger.community.CommunityFact.StocktakingSwitched;
import kontor.ledger.community.TakeOver;
import kontor.ledger.importing.FactResults.FactResult;
import kontor.ledger.importing.FactResults.Outcome;
import kontor.ledger.purchase.PurchaseView;
import kontor.platform.Rejection;
import kontor.platform.messaging.Origin;
import kontor.platform.rejection.RowRefused;

/**
 * The facts of one request in their order: balances follow each other as they would have there. Purchases in a row are
 * booked together, before whatever comes behind them.
 */
final class FactSequence {

    private final FactBooks books;
    private final References references;
    private final TakeOver over;
    private final List<PurchaseView> bought = new ArrayList<>();

    FactSequence(FactBooks books, References references, TakeOver over) {
        this.books = books;
        this.references = references;
        this.over = over;
    }

    /** @param pointer where the fact stands, so that a refusal says so too */
    FactResult take(CommunityFact fact, String pointer) {
        Optional<Long> known = references.rowOf(fact);
        if (known.isPresent()) {
            return FactResult.of(fact, known.get(), Outcome.UNCHANGED);
        }
        references.require(fact, pointer, over.bookedAt());
        if (!(fact instanceof Bought)) {
            finish();
        }
        Origin.imported(fact.at());
        try {
            long id = book(fact, pointer);
            references.remember(ExternalTable.of(fact.kind()), fact.externalId(), id);
            return FactResult.of(fact, id, Outcome.CREATED);
        } catch (Rejection refusal) {
            throw refusal.faults().isEmpty() ? new RowRefused(pointer, refusal) : refusal;
        }
    }

    /** Books the purchases that still wait for more. */
    void finish() {
        if (!bought.isEmpty()) {
            books.purchases().book(bought, over);
            bought.clear();
        }
    }

    private long book(CommunityFact fact, String pointer) {
        return switch (fact) {
            case Deposited deposit -> books.deposits().book(deposit, over);
            case Bought purchase -> book(purchase);
            case Replenished collection -> book(collection);
            case Counted counted -> books.stocktakings().book(counted, over);
            case DepositSwitched one -> books.deposits().switchOver(one, references.thingOf(one, pointer), over);
            case PurchaseSwitched one -> books.switches().switchOver(one, references.thingOf(one, pointer), over);
            case CollectionSwitched one ->
                books.replenishments().switchOver(one, references.thingOf(one, pointer), over);
            case LineSwitched one -> books.replenishments().switchOver(one, references.thingOf(one, pointer), over);
            case StocktakingSwitched one ->
                books.stocktakings().switchOver(one, references.thingOf(one, pointer), over);
        };
    }

    private long book(Bought purchase) {
        PurchaseView priced = books.purchases().priced(purchase, over.source());
        bought.add(priced);
        return priced.id();
    }

    private long book(Replenished collection) {
        var booked = books.replenishments().book(collection, over);
        booked.lines().forEach((externalId, id) -> references.remember(ExternalTable.LINE, externalId, id));
        return booked.id();
    }
}
