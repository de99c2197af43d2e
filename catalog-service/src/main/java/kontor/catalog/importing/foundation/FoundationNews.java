package kontor.catalog.importing.foundation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.category.CategoryCreated;
import kontor.catalog.core.Decimals;
import kontor.catalog.importing.foundation.ImportedCategories.Placed;
import kontor.catalog.vat.VatRateChanged;
import kontor.platform.messaging.Origin;
import kontor.platform.store.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The facts of VAT rates and categories that were taken over, which begin here, and an audit row for each. */
@Component
class FoundationNews {

    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    FoundationNews(ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param now from when on the new rates hold */
    void vatRates(
            List<VatRateRow> rows, Map<String, Long> created, Collection<Long> matched, UUID adminId, Instant now) {
        Origin.imported(now);
        for (VatRateRow row : rows) {
            long id = Objects.requireNonNull(created.get(row.externalId()));
            events.publishEvent(
                    new VatRateChanged(id, Decimals.plain(row.percentage()), row.name(), now, false, adminId, 1));
        }
        audit("import-vat-rate", "vat-rate", created.values(), matched);
    }

    void categories(List<Placed> placed, Collection<Long> matched, UUID adminId) {
        Instant now = clock.instant();
        Origin.imported(now);
        for (Placed one : placed) {
            events.publishEvent(new CategoryCreated(one.id(), one.row().name(), one.parentId(), adminId, now, 1));
        }
        audit("import-category", "category", placed.stream().map(Placed::id).toList(), matched);
    }

    private void audit(String action, String type, Collection<Long> created, Collection<Long> matched) {
        List<Long> all = new ArrayList<>(created);
        all.addAll(matched);
        audit.recordAll(action, type, all);
    }
}
