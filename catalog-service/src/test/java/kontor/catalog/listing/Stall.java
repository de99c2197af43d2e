package kontor.catalog.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.testkit.Member;
import kontor.testkit.picture.Drawing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A seller and what he does with his listings. */
public final class Stall {

    public static final Map<String, Object> ADDRESS = Map.of(
            "name", "Sami Kovács", "street", "Kossuth tér 3", "zipCode", "9021", "city", "Győr", "country", "HU");

    private final Shop shop;
    private final Member seller;

    public Stall(Shop shop, Member seller) {
        this.shop = shop;
        this.seller = seller;
    }

    /** Everything that an active listing needs, and so many pieces. */
    public static Map<String, @Nullable Object> complete(int pieces) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", Shop.named("Cup"));
        fields.put("unitPriceMinor", 1845);
        fields.put("quantity", pieces);
        fields.put("weightG", 320);
        fields.put("shipFrom", ADDRESS);
        return fields;
    }

    /** The same with another value of one field. */
    static Map<String, @Nullable Object> with(String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = complete(3);
        fields.put(field, value);
        return fields;
    }

    public Member seller() {
        return seller;
    }

    public Answer offer(Map<String, ?> fields) {
        return offer(fields, UUID.randomUUID().toString());
    }

    Answer offer(Map<String, ?> fields, String key) {
        return shop.send(
                HttpMethod.POST, "/listings", seller.bearer(), fields, headers -> headers.set("Idempotency-Key", key));
    }

    public long draft(int pieces) {
        return offer(complete(pieces)).expect(201).id();
    }

    /** A listing that can be bought, of so many pieces. */
    public long active(int pieces) {
        long id = draft(pieces);
        move(id, "ACTIVE").expect(200);
        return id;
    }

    public Answer move(long id, String status) {
        return move(id, status, seller);
    }

    public Answer move(long id, String status, Member caller) {
        return shop.send(
                HttpMethod.POST,
                "/listings/" + id + "/status",
                caller.bearer(),
                Map.of("status", status),
                headers -> {});
    }

    /** A PATCH on what was read just before. */
    public Answer edit(long id, Map<String, ?> fields) {
        return edit(id, shop.get("/listings/" + id, seller).expect(200).etag(), fields);
    }

    Answer edit(long id, String etag, Map<String, ?> fields) {
        return shop.send(
                HttpMethod.PATCH, "/listings/" + id, seller.bearer(), fields, headers -> headers.set("If-Match", etag));
    }

    Answer change(long id, String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(field, value);
        return edit(id, fields);
    }

    public JsonNode listing(long id) {
        return shop.get("/listings/" + id, seller).expect(200).body();
    }

    /** A picture of his for listings. */
    public long picture() {
        return shop.upload(seller.bearer(), "LISTING", Drawing.png(12, 8))
                .expect(201)
                .id();
    }
}
