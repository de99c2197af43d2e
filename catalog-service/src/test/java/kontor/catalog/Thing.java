package kontor.catalog;

import java.util.Map;
import kontor.catalog.listing.Stall;
import kontor.testkit.picture.Drawing;

/** One of everything an operation may be about; nothing of it is used by the rest, so each may be deleted. */
record Thing(
        long product,
        long price,
        long move,
        long category,
        long tag,
        long rate,
        long packaging,
        long listing,
        String picture) {

    /** What has no such number or name. */
    static final Thing ABSENT = new Thing(0, 0, 0, 0, 0, 0, 0, 0, "0".repeat(32) + ".png");

    private static final byte[] PICTURE = Drawing.png(8, 8);

    static Thing made(Shop shop) {
        long product = shop.productId(Map.of());
        String path = "/products/" + product;
        return new Thing(
                product,
                shop.post(path + "/prices", Map.of("priceMinor", 7)).expect(201).id(),
                shop.postOnce(path + "/stock-corrections", Map.of("delta", 3, "reason", "found"))
                        .expect(201)
                        .id(),
                shop.category(null),
                shop.tag(true),
                shop.vatRate(),
                shop.packaging(),
                new Stall(shop, shop.admin()).draft(3),
                shop.upload(shop.admin().bearer(), "PRODUCT", PICTURE)
                        .expect(201)
                        .body()
                        .get("filename")
                        .asString());
    }

    Thing withListing(long other) {
        return new Thing(product, price, move, category, tag, rate, packaging, other, picture);
    }

    /** The address of this thing, from a path of the OpenAPI document. */
    String at(String path) {
        String kind = path.replaceAll("/\\{(id|filename)}$", "").replaceAll(".*/", "");
        Object id = switch (kind) {
            case "products" -> product;
            case "prices" -> price;
            case "stock-moves" -> move;
            case "categories" -> category;
            case "tags" -> tag;
            case "vat-rates" -> rate;
            case "packagings" -> packaging;
            case "listings", "status" -> listing;
            default -> picture;
        };
        return path.replace("/api/v1", "")
                .replace("{productId}", Long.toString(product))
                .replaceAll("\\{(id|filename)}", id.toString());
    }
}
