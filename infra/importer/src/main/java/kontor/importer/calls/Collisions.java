package kontor.importer.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.calls.Existing.Thing;
import kontor.importer.reading.Findings;
import kontor.importer.reading.Refused;
import kontor.importer.reading.Wording;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.People;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the shop has already and would refuse with 409 half way, told before the first write. */
public final class Collisions {

    private static final String ANOTHER =
            "The shop already holds another community: %s there came from %s row %d, which in this file is %s.";

    private final Community community;
    private final Existing existing;
    private final Findings findings = new Findings();

    private Collisions(Community community, Existing existing) {
        this.community = community;
        this.existing = existing;
    }

    /** Refuses a community that is in the way of what is there; gives notes on what is joined with it. */
    public static List<String> check(Community community, Existing existing) {
        Collisions collisions = new Collisions(community, existing);
        collisions.requireSameCommunity();
        collisions.products();
        collisions.names(Table.TAGS, existing.tags(), names(community.goods().tags(), Goods.Tag::id, Goods.Tag::name));
        collisions.names(
                Table.RANKS, existing.ranks(), names(community.people().ranks(), People.Rank::id, People.Rank::name));
        collisions.findings.refuse();
        return collisions.rankNotes();
    }

    /** External ids are numbers from 1 in every community: a second one would be taken for the first. */
    private void requireSameCommunity() {
        Map<Long, Existing.Member> members = existing.importedMembers();
        for (People.User user : community.people().users()) {
            Existing.@Nullable Member there = members.get(user.id());
            if (there != null && !there.createdAt().equals(user.createdAt())) {
                throw new Refused(ANOTHER.formatted(there.displayName(), "users", user.id(), user.name()));
            }
        }
        Map<Long, Thing> products = Existing.imported(existing.products());
        for (Goods.Product product : community.goods().products()) {
            @Nullable Thing there = products.get(product.id());
            if (there != null && !product.createdAt().equals(there.createdAt())) {
                throw new Refused(ANOTHER.formatted(there.name(), "products", product.id(), product.name()));
            }
        }
    }

    private void products() {
        Map<String, Thing> byName = new HashMap<>();
        Map<String, Thing> byBarcode = new HashMap<>();
        for (Thing thing : existing.products()) {
            byName.put(Wording.folded(thing.name()), thing);
            if (thing.barcode() != null) {
                byBarcode.put(thing.barcode(), thing);
            }
        }
        Map<Long, Thing> imported = Existing.imported(existing.products());
        for (Goods.Product product : community.goods().products()) {
            if (imported.containsKey(product.id())) {
                continue;
            }
            @Nullable Thing sameName = byName.get(Wording.folded(product.name()));
            @Nullable Thing sameCode = product.barcode() == null ? null : byBarcode.get(product.barcode());
            if (sameName != null) {
                findings.add(
                        Table.PRODUCTS,
                        product.id(),
                        "the shop has a product %s already (%d)".formatted(sameName.name(), sameName.id()));
            } else if (sameCode != null) {
                findings.add(
                        Table.PRODUCTS,
                        product.id(),
                        "the shop has the barcode %s already, on product %d"
                                .formatted(Objects.requireNonNull(product.barcode()), sameCode.id()));
            }
        }
    }

    /** One name can belong to one row of the source only. */
    private void names(Table table, List<Thing> there, Map<String, Long> names) {
        Map<Long, Thing> imported = Existing.imported(there);
        for (Thing thing : there) {
            @Nullable Long row = names.get(Wording.folded(thing.name()));
            if (row != null
                    && thing.sourceId() != null
                    && !thing.sourceId().equals(row)
                    && !imported.containsKey(row)) {
                findings.add(
                        table,
                        row,
                        "%s in the shop came from row %d of an earlier import"
                                .formatted(thing.name(), thing.sourceId()));
            }
        }
    }

    private static <T> Map<String, Long> names(
            List<T> rows, java.util.function.Function<T, Long> id, java.util.function.Function<T, String> name) {
        Map<String, Long> names = new HashMap<>();
        rows.forEach(row -> names.put(Wording.folded(name.apply(row)), id.apply(row)));
        return names;
    }

    /** Where a rank of the same name is there, the shop's own limits and flags stay. */
    private List<String> rankNotes() {
        List<String> notes = new ArrayList<>();
        for (People.Rank rank : community.people().ranks()) {
            for (Thing there : existing.ranks()) {
                boolean same = there.sourceId() == null
                        ? Wording.folded(there.name()).equals(Wording.folded(rank.name()))
                        : there.sourceId() == rank.id();
                if (same && !terms(there.all()).equals(terms(rank))) {
                    notes.add("Rank %s stays as the shop has it (%s); the source has %s."
                            .formatted(there.name(), terms(there.all()), terms(rank)));
                }
            }
        }
        return notes;
    }

    private static String terms(People.Rank rank) {
        return terms(rank.debtLimitMinor(), rank.systemUser(), rank.active());
    }

    private static String terms(JsonNode rank) {
        JsonNode limit = rank.path("debtLimitMinor");
        return terms(
                limit.isNumber() ? limit.asLong() : null,
                rank.path("systemUser").asBoolean(),
                rank.path("active").asBoolean());
    }

    private static String terms(@Nullable Long limit, boolean system, boolean active) {
        return "%s%s%s"
                .formatted(
                        limit == null ? "no debt limit" : "debt limit %d".formatted(limit),
                        system ? ", system" : "",
                        active ? "" : ", inactive");
    }
}
