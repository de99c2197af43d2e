package kontor.order.tariff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kontor.order.tariff.TariffRows.TariffRow;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.store.Audit;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the tariffs and their extras. */
@Service
class SettingTariffs {

    private static final String TARGET = "shipping-tariff";

    private final Tariffs tariffs;
    private final TariffReplies replies;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettingTariffs(Tariffs tariffs, TariffReplies replies, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.tariffs = tariffs;
        this.replies = replies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A tariff shall exist. */
    record AddTariff(RequestKey key, Tariff tariff, UUID adminId) {}

    /** A tariff shall end, come back or cost something else. */
    record EditTariff(long id, UnaryOperator<Tariff> patch, UUID adminId, IfMatch expected) {}

    /** Something can be added to a tariff; price in minor units. */
    record AddExtra(RequestKey key, long tariffId, String name, long priceMinor, UUID adminId) {}

    @Transactional
    public TariffView add(AddTariff command) {
        return replies.tariff(command.key(), () -> added(command.tariff(), command.adminId()));
    }

    /**
     * The id of the tariff as it is wanted: another one if it has another price, with the extras of the old one, which
     * is retired (O-22).
     */
    @Transactional
    public long edit(EditTariff command) {
        TariffRow row = tariffs.lock(command.id()).orElseThrow(NotFound::new);
        command.expected().require(row.version());
        Tariff wanted = command.patch().apply(row.tariff());
        if (wanted.equals(row.tariff())) {
            return row.id();
        }
        if (wanted.priceMinor() == row.tariff().priceMinor()) {
            save(row.next(wanted), "edit-shipping-tariff", command.adminId());
            return row.id();
        }
        Instant now = clock.instant();
        Tariff following = row.tariff().followedBy(wanted, now);
        save(row.next(row.tariff().retired(now)), "retire-shipping-tariff", command.adminId());
        return follow(row.id(), following, command.adminId());
    }

    @Transactional
    public ExtraLists.ExtraView addExtra(AddExtra command) {
        return replies.extra(command.key(), () -> {
            TariffRow row = tariffs.lock(command.tariffId()).orElseThrow(() -> new UnknownReference("/tariffId"));
            long id = tariffs.addExtra(row.id(), command.name(), command.priceMinor());
            save(row.next(row.tariff()), "add-shipping-extra", command.adminId());
            return id;
        });
    }

    private long added(Tariff tariff, UUID adminId) {
        long id = tariffs.add(tariff);
        tell(new TariffRow(id, tariff, 1), "add-shipping-tariff", adminId);
        return id;
    }

    /** Its extras belong to its first fact: there never was a tariff without them. */
    private long follow(long oldId, Tariff tariff, UUID adminId) {
        long id = tariffs.add(tariff);
        tariffs.extras(List.of(oldId))
                .forEach(row ->
                        tariffs.addExtra(id, row.extra().name(), row.extra().priceMinor()));
        tell(new TariffRow(id, tariff, 1), "add-shipping-tariff", adminId);
        return id;
    }

    private void save(TariffRow row, String action, UUID adminId) {
        tariffs.save(row);
        tell(row, action, adminId);
    }

    private void tell(TariffRow row, String action, UUID adminId) {
        events.publishEvent(TariffChanged.of(row, tariffs.extras(List.of(row.id())), adminId));
        audit.record(action, TARGET, row.id());
    }
}
