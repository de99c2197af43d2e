package kontor.importer.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.importer.reading.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the shop has before the import, as far as it could be in the way or was imported before. */
public record Existing(List<Thing> ranks, List<Thing> tags, List<Thing> products, List<Member> members) {

    /**
     * A rank, tag or product.
     *
     * @param sourceId its id in the community it came from; null for one of the shop's own
     */
    public record Thing(
            long id,
            String name,
            @Nullable String barcode,
            @Nullable Long sourceId,
            @Nullable Instant createdAt,
            JsonNode all) {}

    /** A member. */
    public record Member(
            String id,
            String displayName,
            @Nullable String login,
            boolean hasLogIn,
            String status,
            @Nullable Long sourceId,
            Instant createdAt) {}

    /** Asks the shop; refuses to go on as somebody who is no admin. */
    public static Existing in(ShopClient shop) {
        JsonNode me = shop.get("/members/me");
        if (!me.path("admin").asBoolean(false)) {
            throw new Refused("The import runs as %s, who is no admin of this shop."
                    .formatted(me.path("displayName").asString("somebody")));
        }
        return new Existing(
                things(shop.list("/ranks?sort=name")),
                things(shop.list("/tags?sort=name")),
                things(shop.list("/products?active=any")),
                members(shop));
    }

    /** All members, imported or not. */
    public static List<Member> members(ShopClient shop) {
        List<Member> members = new ArrayList<>();
        for (JsonNode row : shop.list("/members?sort=createdAt")) {
            members.add(new Member(
                    row.required("id").asString(),
                    row.required("displayName").asString(),
                    text(row, "login"),
                    row.path("hasLogIn").asBoolean(false),
                    row.path("status").asString(""),
                    sourceId(row),
                    Instant.parse(row.required("createdAt").asString())));
        }
        return members;
    }

    /** Imported members by their ids in the source. */
    public Map<Long, Member> importedMembers() {
        Map<Long, Member> imported = new HashMap<>();
        members.stream()
                .filter(member -> member.sourceId() != null)
                .forEach(member -> imported.put(member.sourceId(), member));
        return imported;
    }

    /** Imported things by their ids in the source. */
    public static Map<Long, Thing> imported(List<Thing> things) {
        Map<Long, Thing> imported = new HashMap<>();
        things.stream()
                .filter(thing -> thing.sourceId() != null)
                .forEach(thing -> imported.put(thing.sourceId(), thing));
        return imported;
    }

    private static List<Thing> things(List<JsonNode> rows) {
        return rows.stream()
                .map(row -> new Thing(
                        row.required("id").asLong(),
                        row.required("name").asString(),
                        text(row, "barcode"),
                        sourceId(row),
                        text(row, "createdAt") == null
                                ? null
                                : Instant.parse(row.required("createdAt").asString()),
                        row))
                .toList();
    }

    private static @Nullable Long sourceId(JsonNode row) {
        String id = row.path("externalId").asString("");
        return Transfer.SOURCE.equals(row.path("externalSource").asString("")) && id.matches("-?\\d{1,18}")
                ? Long.valueOf(id)
                : null;
    }

    private static @Nullable String text(JsonNode row, String field) {
        return row.path(field).isString() ? row.path(field).asString() : null;
    }
}
