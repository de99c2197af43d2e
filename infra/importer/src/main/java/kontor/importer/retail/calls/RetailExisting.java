package kontor.importer.retail.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.importer.calls.ShopClient;
import kontor.importer.reading.Refused;
import kontor.importer.retail.source.Sheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the shop has before the import, as far as it could be in the way or was imported before.
 *
 * @param adminId who imports
 */
public record RetailExisting(
        String adminId,
        List<Member> members,
        List<Thing> categories,
        List<Thing> products,
        List<Thing> methods,
        List<Thing> orders,
        List<Thing> invoices) {

    static final String SOURCE = "retail";

    /**
     * Something that may have come from the files.
     *
     * @param name empty if it has none
     * @param sourceId its id there; null for one of the shop's own
     * @param at when it was placed, of an order
     */
    record Thing(
            long id,
            String name,
            @Nullable Long sourceId,
            @Nullable Instant at,
            JsonNode all) {}

    /** A member by his names for log-in. */
    record Member(
            @Nullable String login,
            @Nullable String email,
            @Nullable Long sourceId) {}

    /** Asks the shop; refuses to go on as somebody who is no admin. */
    public static RetailExisting in(ShopClient shop) {
        JsonNode me = shop.get("/members/me");
        if (!me.path("admin").asBoolean(false)) {
            throw new Refused("The import runs as %s, who is no admin of this shop."
                    .formatted(me.path("displayName").asString("somebody")));
        }
        List<Member> members = new ArrayList<>();
        shop.list("/members?sort=createdAt")
                .forEach(row -> members.add(new Member(text(row, "login"), text(row, "email"), sourceId(row))));
        return new RetailExisting(
                me.required("id").asString(),
                members,
                things(shop.list("/categories?sort=name"), "name"),
                things(shop.list("/products?active=any"), "name"),
                things(shop.list("/payment-methods?sort=method"), "method"),
                things(shop.list("/orders?sort=placedAt"), "none"),
                things(shop.list("/invoices?sort=issuedAt"), "number"));
    }

    /** Those that came from the files, by their ids there. */
    static Map<Long, Thing> imported(List<Thing> things) {
        return things.stream()
                .filter(thing -> thing.sourceId() != null)
                .collect(Collectors.toMap(Thing::sourceId, thing -> thing));
    }

    /** How much of a file the shop had before; 0 where it is not asked. */
    public int importedBefore(Sheet sheet) {
        return switch (sheet) {
            case CUSTOMERS ->
                (int) members.stream()
                        .filter(member -> member.sourceId() != null)
                        .count();
            case CATEGORIES -> imported(categories).size();
            case PRODUCTS -> imported(products).size();
            case PAYMENT_METHODS -> imported(methods).size();
            case ORDERS -> imported(orders).size();
            case INVOICES -> imported(invoices).size();
            default -> 0;
        };
    }

    private static List<Thing> things(List<JsonNode> rows, String name) {
        return rows.stream()
                .map(row -> new Thing(
                        row.required("id").asLong(),
                        row.path(name).asString(""),
                        sourceId(row),
                        row.path("placedAt").isString()
                                ? Instant.parse(row.required("placedAt").asString())
                                : null,
                        row))
                .toList();
    }

    /** The old id of a row that came from the files. */
    public static @Nullable Long sourceId(JsonNode row) {
        String id = row.path("externalId").asString("");
        return SOURCE.equals(row.path("externalSource").asString("")) && id.matches("\\d{1,18}")
                ? Long.valueOf(id)
                : null;
    }

    private static @Nullable String text(JsonNode row, String field) {
        return row.path(field).isString() ? row.path(field).asString() : null;
    }
}
