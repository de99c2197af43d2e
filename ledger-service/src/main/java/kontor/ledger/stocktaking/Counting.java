package kontor.ledger.stocktaking;

import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books what was counted, all or nothing (L-24). */
@Service
class Counting {

    private final Replies replies;
    private final StocktakingCollections stocktakings;
    private final StocktakingTerms terms;
    private final Audit audit;

    Counting(Replies replies, StocktakingCollections stocktakings, StocktakingTerms terms, Audit audit) {
        this.replies = replies;
        this.stocktakings = stocktakings;
        this.terms = terms;
        this.audit = audit;
    }

    @Transactional
    public StocktakingWithLines count(MakeStocktaking command) {
        return replies.once(command.request(), StocktakingWithLines.class, () -> {
            terms.require(command);
            StocktakingCollection made = stocktakings.save(new StocktakingCollection(command));
            audit.record("make-stocktaking", "stocktaking", made.id());
            return made.whole();
        });
    }
}
