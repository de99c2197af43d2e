package kontor.catalog.bulk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.catalog.category.CategoryTree;
import kontor.catalog.product.Assortment;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes many products by one request; the catalog is held still, so what is found is what is changed. */
@Service
class BulkChanging {

    private static final Percent SLOW_MOVER = new Percent(BigDecimal.valueOf(-25));
    private static final int FEW = 3;

    private final Assortment assortment;
    private final CategoryTree categories;
    private final BulkCandidates candidates;
    private final Replies replies;
    private final Audit audit;

    BulkChanging(
            Assortment assortment, CategoryTree categories, BulkCandidates candidates, Replies replies, Audit audit) {
        this.assortment = assortment;
        this.categories = categories;
        this.candidates = candidates;
        this.replies = replies;
        this.audit = audit;
    }

    @Transactional
    public BulkChange changePrices(long categoryId, boolean descendants, Percent percent, By by) {
        assortment.holdStill();
        return replies.once(by.key(), BulkChange.class, () -> {
            if (!candidates.hasCategory(categoryId)) {
                throw new UnknownReference("/categoryId");
            }
            return reprice(candidates.inCategory(categoryId, descendants), percent, by);
        });
    }

    /** Repeating it moves nothing more (C-23). */
    @Transactional
    public BulkChange move(long aboveMinor, String categoryName, By by) {
        assortment.holdStill();
        return replies.once(by.key(), BulkChange.class, () -> {
            long categoryId = categories.idOf(categoryName, by.adminId());
            return done(
                    assortment.moveAll(candidates.dearerThan(aboveMinor), categoryId, by.adminId()), "move-product");
        });
    }

    @Transactional
    public BulkChange discountSlowMovers(Instant orderedBefore, By by) {
        assortment.holdStill();
        return replies.once(
                by.key(), BulkChange.class, () -> reprice(candidates.slow(FEW, orderedBefore), SLOW_MOVER, by));
    }

    private BulkChange reprice(List<Long> ids, Percent percent, By by) {
        return done(assortment.repriceAll(ids, percent::of, by.adminId()), "set-price");
    }

    private BulkChange done(List<Long> changed, String action) {
        changed.forEach(id -> audit.record(action, "product", id));
        return BulkChange.of(changed);
    }

    /** Who wants it, by which request. */
    record By(UUID adminId, RequestKey key) {}
}
