package kontor.identity.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.identity.member.MemberRegistered;
import kontor.identity.rank.RankCreated;
import kontor.platform.messaging.Origin;
import kontor.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Facts of what was taken over, each with the time it had (G-44); whatever the request tells after them is of now. */
@Component
class ImportEvents {

    /** Something that happened to a member in the other shop. */
    record Fact(UUID memberId, Instant at, Object event) {}

    private static final String MEMBERS = "kontor.identity.member.v1";
    private static final String RANKS = "kontor.identity.rank.v1";

    private final Outbox outbox;
    private final Clock clock;

    ImportEvents(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A rank has no time in the other shop: it begins here. */
    void ranks(List<RankRow> rows, Map<String, Long> ids) {
        Instant now = clock.instant();
        together(() -> {
            for (RankRow row : rows) {
                long id = Objects.requireNonNull(ids.get(row.externalId()));
                append(
                        RANKS,
                        id,
                        1,
                        now,
                        new RankCreated(id, row.name(), row.debtLimitMinor(), row.systemUser(), row.active(), now));
            }
        });
    }

    void members(List<MemberRow> rows, List<UUID> ids) {
        together(() -> {
            for (int i = 0; i < ids.size(); i++) {
                MemberRow row = rows.get(i);
                UUID id = ids.get(i);
                append(
                        MEMBERS,
                        id,
                        1,
                        row.createdAt(),
                        new MemberRegistered(id, row.displayName(), row.pictureUploadId(), false, row.createdAt()));
            }
        });
    }

    /** @param last the number of the last fact about each member before these */
    void changes(List<Fact> facts, Map<UUID, Long> last) {
        Map<UUID, Long> numbers = new HashMap<>(last);
        together(() -> {
            for (Fact fact : facts) {
                long number = numbers.merge(fact.memberId(), 1L, Long::sum);
                append(MEMBERS, fact.memberId(), number, fact.at(), fact.event());
            }
        });
    }

    private void append(String topic, Object key, long version, Instant at, Object event) {
        Origin.imported(at);
        outbox.append(topic, key, version, event);
    }

    private void together(Runnable facts) {
        outbox.together(facts);
        Origin.imported(clock.instant());
    }
}
