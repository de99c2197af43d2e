package kontor.ledger.stocktaking;

import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.TakeOver;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over stocktakings as they were made and switched in another shop (G-40); nothing is posted for them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedStocktakings {

    private final StocktakingCollections stocktakings;
    private final Audit audit;

    ImportedStocktakings(StocktakingCollections stocktakings, Audit audit) {
        this.stocktakings = stocktakings;
        this.audit = audit;
    }

    /** Returns the id of the stocktaking. */
    public long book(CommunityFact.Counted fact, TakeOver over) {
        StocktakingCollection made = stocktakings.save(new StocktakingCollection(fact, over.source()));
        audit.record("import-stocktaking", "stocktaking", made.id());
        return made.id();
    }

    /** Returns the id of the history row; {@code already-in-state} if the stocktaking is what the fact makes of it. */
    public long switchOver(CommunityFact.StocktakingSwitched fact, long stocktakingId, TakeOver over) {
        StocktakingCollection stocktaking = stocktakings.lock(stocktakingId).orElseThrow(NotFound::new);
        stocktaking.switchTo(fact.revoked(), fact.byAdminId(), fact.at());
        stocktakings.save(stocktaking);
        long id = stocktakings.nextSwitchId();
        stocktakings.noteImported(
                id, stocktakingId, fact.revoked(), fact.byAdminId(), fact.at(), over.source(), fact.externalId());
        audit.record(
                fact.revoked() ? "import-revoke-stocktaking" : "import-reapply-stocktaking",
                "stocktaking",
                stocktakingId);
        return id;
    }
}
