package kontor.ledger.importing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccounts;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.importing.Mentions.Named;
import kontor.ledger.member.KnownMembers;
import kontor.ledger.product.KnownProducts;
import org.springframework.stereotype.Component;

/** Looks up what the facts of a request name, all at once. */
@Component
class ReferenceBook {

    private final ExternalRows rows;
    private final KnownMembers members;
    private final KnownProducts products;
    private final Journal journal;

    ReferenceBook(ExternalRows rows, KnownMembers members, KnownProducts products, Journal journal) {
        this.rows = rows;
        this.members = members;
        this.products = products;
        this.journal = journal;
    }

    /** Until the transaction ends nobody else takes over from this shop, so what is looked up stays true. */
    void awaitTurn(String source) {
        rows.awaitTurn(source);
    }

    References open(String source, List<CommunityFact> facts) {
        List<Mentions> mentions = facts.stream().map(Mentions::of).toList();
        Map<ExternalTable, Map<String, Long>> ids = new EnumMap<>(ExternalTable.class);
        wanted(facts, mentions).forEach((table, externalIds) -> ids.put(table, rows.idsOf(table, source, externalIds)));
        return new References(
                members.verifiedOf(mentions.stream().flatMap(Mentions::people).collect(Collectors.toSet())),
                products.known(mentions.stream()
                        .flatMap(mention -> mention.products().stream())
                        .map(Named::value)
                        .collect(Collectors.toSet())),
                ids);
    }

    /** The accounts of those whose credit the facts change. */
    LockedAccounts lockOwners(String source, Collection<CommunityFact> facts) {
        List<Mentions> mentions = facts.stream().map(Mentions::of).toList();
        Set<UUID> owners = new HashSet<>(rows.ownersOf(source, things(mentions)));
        mentions.forEach(mention -> mention.owner().map(Named::value).ifPresent(owners::add));
        return journal.lock(owners);
    }

    private static Map<ExternalTable, Set<String>> wanted(List<CommunityFact> facts, List<Mentions> mentions) {
        Map<ExternalTable, Set<String>> wanted = things(mentions);
        facts.forEach(fact -> add(wanted, ExternalTable.of(fact.kind()), Stream.of(fact.externalId())));
        mentions.forEach(mention -> add(wanted, mention.lines().table(), mention.lines().externalIds().stream()));
        return wanted;
    }

    private static Map<ExternalTable, Set<String>> things(List<Mentions> mentions) {
        Map<ExternalTable, Set<String>> things = new EnumMap<>(ExternalTable.class);
        for (Mentions mention : mentions) {
            mention.thing().ifPresent(thing -> add(things, thing.table(), Stream.of(thing.externalId())));
        }
        return things;
    }

    private static void add(Map<ExternalTable, Set<String>> things, ExternalTable table, Stream<String> externalIds) {
        externalIds.forEach(things.computeIfAbsent(table, ignored -> new HashSet<>())::add);
    }
}
