package kontor.importer.report;

import java.time.Duration;
import java.util.function.Supplier;
import kontor.importer.calls.Ids;
import kontor.importer.calls.Pace;
import kontor.importer.calls.ShopClient;
import kontor.importer.source.Community;
import org.jspecify.annotations.Nullable;

/** Compares until all agrees: what was booked reaches the stocks within seconds, after a long import within minutes. */
public final class Comparing {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** So many equal looks in a row are an answer, if enough of them were taken. */
    private static final int STILL = 15;

    private static final Duration LEAST = Duration.ofMinutes(2);
    private static final int FACTS_PER_SECOND = 100;

    private final ShopClient shop;
    private final Pace pace;

    public Comparing(ShopClient shop, Pace pace) {
        this.shop = shop;
        this.pace = pace;
    }

    public Comparison compare(Community community, int facts, Ids ids) {
        SourceFigures source = SourceFigures.of(community);
        return settle(() -> Comparison.of(community, source, ShopFigures.of(shop), ids), facts);
    }

    /** Waits a bounded time, the longer the more facts there are; then what differs differs. */
    public Comparison settle(Supplier<Comparison> look, int facts) {
        Duration most = LEAST.plusSeconds(facts / FACTS_PER_SECOND);
        Duration waited = Duration.ZERO;
        @Nullable Comparison last = null;
        int still = 0;
        while (true) {
            Comparison comparison = look.get();
            still = last != null && last.differences().equals(comparison.differences()) ? still + 1 : 0;
            last = comparison;
            if (comparison.isClean() || still >= STILL || waited.compareTo(most) >= 0) {
                return comparison;
            }
            pace.rest(PAUSE);
            waited = waited.plus(PAUSE);
        }
    }
}
