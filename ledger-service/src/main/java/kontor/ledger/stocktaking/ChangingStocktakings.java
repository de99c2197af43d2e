package kontor.ledger.stocktaking;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import kontor.platform.web.Sent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects counts, revokes stocktakings and re-applies them (L-25). */
@Service
class ChangingStocktakings {

    private final Replies replies;
    private final StocktakingCollections stocktakings;
    private final Audit audit;
    private final Clock clock;

    ChangingStocktakings(Replies replies, StocktakingCollections stocktakings, Audit audit, Clock clock) {
        this.replies = replies;
        this.stocktakings = stocktakings;
        this.audit = audit;
        this.clock = clock;
    }

    /** An admin corrects the count of a product. */
    record CorrectCount(UUID adminId, long stocktakingId, long productId, IfMatch expected, Sent<Integer> count) {}

    /** An admin revokes a stocktaking or re-applies it. */
    record Switch(RequestKey request, UUID adminId, long stocktakingId, boolean revoked) {}

    @Transactional
    public StocktakingRows.CountOfVersion correct(CorrectCount command) {
        StocktakingCollection stocktaking = locked(command.stocktakingId());
        Stocktaking line = stocktaking.lineOf(command.productId()).orElseThrow(NotFound::new);
        command.expected().require(stocktaking.version());
        int count = Objects.requireNonNull(command.count().or(line.view().count()));
        if (stocktaking.correct(line, count, command.adminId(), clock.instant())) {
            stocktakings.save(stocktaking);
            audit.record("correct-stocktaking", "stocktaking", stocktaking.id());
        }
        return StocktakingRows.CountOfVersion.of(line.view(), stocktaking.version());
    }

    @Transactional
    public StocktakingView switchOver(Switch command) {
        StocktakingCollection stocktaking = locked(command.stocktakingId());
        return replies.once(command.request(), StocktakingView.class, () -> {
            Instant now = clock.instant();
            stocktaking.switchTo(command.revoked(), command.adminId(), now);
            stocktakings.save(stocktaking);
            stocktakings.noteSwitch(stocktaking.id(), command.revoked(), command.adminId(), now);
            audit.record(
                    command.revoked() ? "revoke-stocktaking" : "reapply-stocktaking", "stocktaking", stocktaking.id());
            return stocktaking.view();
        });
    }

    private StocktakingCollection locked(long id) {
        return stocktakings.lock(id).orElseThrow(NotFound::new);
    }
}
