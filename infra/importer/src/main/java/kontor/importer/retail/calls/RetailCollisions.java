package kontor.importer.retail.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.importer.reading.Findings;
import kontor.importer.reading.Refused;
import kontor.importer.reading.Wording;
import kontor.importer.retail.calls.RetailExisting.Member;
import kontor.importer.retail.calls.RetailExisting.Thing;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Trade;
import kontor.importer.retail.source.Wares;
import org.jspecify.annotations.Nullable;

/** What the shop has already and would refuse with 409 half way, told before the first write. */
public final class RetailCollisions {

    private final Retail retail;
    private final RetailExisting existing;
    private final Findings findings = new Findings();

    private RetailCollisions(Retail retail, RetailExisting existing) {
        this.retail = retail;
        this.existing = existing;
    }

    /** Refuses a shop that is in the way of what is there; gives notes on what is joined with it. */
    public static List<String> check(Retail retail, RetailExisting existing) {
        RetailCollisions collisions = new RetailCollisions(retail, existing);
        collisions.requireSameShop();
        collisions.customers();
        collisions.products();
        collisions.joined(
                Sheet.CATEGORIES, existing.categories(), retail.wares().categories(), Wares.Category::name);
        collisions.joined(
                Sheet.PAYMENT_METHODS, existing.methods(), retail.trade().methods(), Trade.PaymentMethod::method);
        collisions.findings.refuse();
        List<String> notes = collisions.categoryNotes();
        notes.addAll(collisions.methodNotes());
        return notes;
    }

    /** External ids are numbers from 1 in every such shop: a second one would be taken for the first. */
    private void requireSameShop() {
        Map<Long, Trade.Order> orders = Retail.byId(retail.trade().orders());
        RetailExisting.imported(existing.orders()).forEach((id, there) -> {
            Trade.@Nullable Order order = orders.get(id);
            if (order == null || !order.placedAt().equals(there.at())) {
                throw new Refused(
                        "The shop already holds another retail shop: its order %d, placed at %s, is not in %s."
                                .formatted(id, there.at(), Sheet.ORDERS.title()));
            }
        });
    }

    private void customers() {
        Map<String, Member> logins = new HashMap<>();
        Map<String, Member> emails = new HashMap<>();
        for (Member member : existing.members()) {
            if (member.login() != null) {
                logins.put(Wording.folded(member.login()), member);
            }
            if (member.email() != null) {
                emails.put(Wording.folded(member.email()), member);
            }
        }
        for (Clientele.Customer customer : retail.clientele().customers()) {
            requireFree(customer, "login", customer.login(), logins);
            requireFree(customer, "e-mail address", customer.email(), emails);
        }
    }

    private void requireFree(
            Clientele.Customer customer, String what, @Nullable String name, Map<String, Member> taken) {
        @Nullable Member there = name == null ? null : taken.get(Wording.folded(name));
        if (name != null && there != null && !Long.valueOf(customer.id()).equals(there.sourceId())) {
            findings.add(
                    Sheet.CUSTOMERS.line(customer.line()),
                    "the shop has a member with the %s %s already".formatted(what, name));
        }
    }

    private void products() {
        Map<String, Thing> byName = byName(existing.products());
        Map<Long, Thing> imported = RetailExisting.imported(existing.products());
        for (Wares.Product product : retail.wares().products()) {
            @Nullable Thing there = byName.get(Wording.folded(product.name()));
            if (there != null && !imported.containsKey(product.id())) {
                findings.add(
                        Sheet.PRODUCTS.line(product.line()),
                        "the shop has a product %s already (%d)".formatted(there.name(), there.id()));
            }
        }
    }

    /** One name can belong to one line only. */
    private <T extends Entry> void joined(Sheet sheet, List<Thing> things, List<T> entries, Function<T, String> name) {
        Map<String, Thing> byName = byName(things);
        Map<Long, Thing> imported = RetailExisting.imported(things);
        for (T entry : entries) {
            @Nullable Thing there = byName.get(Wording.folded(name.apply(entry)));
            if (there != null && there.sourceId() != null && !imported.containsKey(entry.id())) {
                findings.add(
                        sheet.line(entry.line()),
                        "%s in the shop came from ID %d of an earlier import"
                                .formatted(there.name(), there.sourceId()));
            }
        }
    }

    private static Map<String, Thing> byName(List<Thing> things) {
        return things.stream()
                .collect(Collectors.toMap(thing -> Wording.folded(thing.name()), thing -> thing, (one, other) -> one));
    }

    private List<String> categoryNotes() {
        List<String> notes = new ArrayList<>();
        Map<String, Thing> byName = byName(existing.categories());
        for (Wares.Category category : retail.wares().categories()) {
            @Nullable Thing there = byName.get(Wording.folded(category.name()));
            if (there != null && there.sourceId() == null) {
                notes.add("Category %s is joined with that of the shop and stays where it is.".formatted(there.name()));
            }
        }
        return notes;
    }

    /** Where a method of the same name is there, the shop's own days stay. */
    private List<String> methodNotes() {
        List<String> notes = new ArrayList<>();
        Map<String, Thing> byName = byName(existing.methods());
        for (Trade.PaymentMethod method : retail.trade().methods()) {
            @Nullable Thing there = byName.get(Wording.folded(method.method()));
            int days = there == null
                    ? method.deadlineDays()
                    : there.all().path("deadlineDays").asInt(0);
            if (days != method.deadlineDays()) {
                notes.add("Payment method %s stays as the shop has it (%d days); the source has %d days."
                        .formatted(method.method(), days, method.deadlineDays()));
            }
        }
        return notes;
    }
}
