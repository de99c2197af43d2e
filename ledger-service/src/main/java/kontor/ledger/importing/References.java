package kontor.ledger.importing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kontor.ledger.community.CommunityFact;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What the facts of one request may name: members and goods known here, and what was taken over before or by them. */
final class References {

    private final Map<UUID, Boolean> members;
    private final Set<Long> products;
    private final Map<ExternalTable, Map<String, Long>> ids;

    /** @param members who is known, and whether he is verified */
    References(Map<UUID, Boolean> members, Set<Long> products, Map<ExternalTable, Map<String, Long>> ids) {
        this.members = members;
        this.products = products;
        this.ids = ids;
    }

    /** The row of a fact that was taken over. */
    Optional<Long> rowOf(CommunityFact fact) {
        return find(ExternalTable.of(fact.kind()), fact.externalId());
    }

    void remember(ExternalTable table, String externalId, long id) {
        ids.computeIfAbsent(table, ignored -> new HashMap<>()).put(externalId, id);
    }

    /** The row that a switch is about. */
    long thingOf(CommunityFact.Switched fact, String pointer) {
        Mentions.Thing thing = Mentions.of(fact).thing().orElseThrow();
        return find(thing.table(), thing.externalId())
                .orElseThrow(() -> new UnknownReference(pointer + "/" + thing.field()));
    }

    /** Refuses with the first field at fault: {@code in-future}, {@code unknown-reference}, {@code duplicate}. */
    void require(CommunityFact fact, String pointer, Instant now) {
        if (fact.at().isAfter(now)) {
            throw new RowRefused(pointer + "/at", new InFuture());
        }
        Mentions mentions = Mentions.of(fact);
        mentions.owner()
                .filter(member -> !isVerified(member.value()))
                .ifPresent(stranger -> refuse(pointer, stranger.field()));
        mentions.actor()
                .filter(actor -> !isKnown(actor.value()))
                .ifPresent(stranger -> refuse(pointer, stranger.field()));
        mentions.products().stream()
                .filter(product -> !products.contains(product.value()))
                .findFirst()
                .ifPresent(unknown -> refuse(pointer, unknown.field()));
        requireNew(mentions.lines(), pointer);
        if (fact instanceof CommunityFact.Counted counted) {
            requireOnce(counted, pointer);
        }
    }

    private void requireNew(Mentions.Lines lines, String pointer) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.externalIds().size(); i++) {
            String externalId = lines.externalIds().get(i);
            if (!seen.add(externalId) || find(lines.table(), externalId).isPresent()) {
                throw new RowRefused("%s/lines/%d/externalId".formatted(pointer, i), new Duplicate("The external id"));
            }
        }
    }

    private static void requireOnce(CommunityFact.Counted counted, String pointer) {
        Set<Long> seen = new HashSet<>();
        List<CommunityFact.CountedLine> lines = counted.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!seen.add(lines.get(i).productId())) {
                throw new RowRefused("%s/lines/%d/productId".formatted(pointer, i), new Duplicate("The product"));
            }
        }
    }

    private boolean isVerified(UUID member) {
        return members.getOrDefault(member, false);
    }

    private boolean isKnown(UUID actor) {
        return actor.equals(Caller.SYSTEM) || members.containsKey(actor);
    }

    private Optional<Long> find(ExternalTable table, String externalId) {
        @Nullable Map<String, Long> rows = ids.get(table);
        return rows == null ? Optional.empty() : Optional.ofNullable(rows.get(externalId));
    }

    private static void refuse(String pointer, String field) {
        throw new UnknownReference(pointer + "/" + field);
    }
}
