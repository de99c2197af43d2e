package kontor.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Loads what the market shows: fees, packagings, shipping tariffs with extras, and what members offer. */
public final class MarketTrade implements DemoData {

    private static final String ADMIN = "ada";

    @Override
    public String name() {
        return "market";
    }

    @Override
    public void load(Shop shop) {
        DemoMarket market = DemoMarket.read();
        Api anyone = Api.anonymous(shop.gateway());
        Api admin = anyone.as(shop.logIns().token(ADMIN));
        shop.progress().accept("demo data: market");
        admin.create("/api/v1/fee-models", "demo:fee-model", market.feeModel());
        market.packagings()
                .forEach(packaging ->
                        admin.create("/api/v1/packagings", "demo:packaging:" + packaging.name(), packaging));
        market.tariffs().forEach(tariff -> open(admin, tariff));
        Map<String, Long> packagings = idsByName(admin, "/api/v1/packagings?limit=100");
        Map<String, Long> categories = idsByName(admin, "/api/v1/categories?limit=100");
        market.senders()
                .forEach((logIn, sender) -> shop.tokenOf(logIn)
                        .map(anyone::as)
                        .ifPresent(seller -> market.listings().stream()
                                .filter(listing -> listing.seller().equals(logIn))
                                .forEach(listing -> offer(seller, listing, sender, packagings, categories))));
    }

    private static void open(Api admin, DemoMarket.Tariff tariff) {
        DemoMarket.Terms terms = tariff.terms();
        String key = "demo:tariff:%s:%s".formatted(terms.carrier(), terms.name());
        admin.create("/api/v1/shipping-tariffs", key, terms)
                .map(made -> made.get("id").asLong())
                .ifPresent(id -> tariff.extras().forEach(extra -> add(admin, id, key, extra)));
    }

    private static void add(Api admin, long tariff, String key, DemoMarket.Extra extra) {
        Map<String, Object> body = Map.of("tariffId", tariff, "name", extra.name(), "priceMinor", extra.priceMinor());
        admin.create("/api/v1/shipping-extras", key + ":" + extra.name(), body);
    }

    /** A shop whose people have changed its categories offers the thing without one. */
    private static void offer(
            Api seller,
            DemoMarket.Listing listing,
            DemoMarket.Sender sender,
            Map<String, Long> packagings,
            Map<String, Long> categories) {
        String key = "demo:listing:" + listing.title();
        Map<String, Object> body = new HashMap<>(Map.of(
                "title", listing.title(),
                "description", listing.description(),
                "unitPriceMinor", listing.unitPriceMinor(),
                "quantity", listing.quantity(),
                "weightG", listing.weightG(),
                "packagingId", Objects.requireNonNull(packagings.get(listing.packaging()), listing.packaging()),
                "shipFrom", sender));
        @Nullable Long category = categories.get(listing.category());
        if (category != null) {
            body.put("categoryId", category);
        }
        seller.create("/api/v1/listings", key, body).ifPresent(made -> finish(seller, listing, key, made));
    }

    private static void finish(Api seller, DemoMarket.Listing listing, String key, JsonNode made) {
        String path = "/api/v1/listings/" + made.get("id").asLong();
        JsonNode current = seller.get(path);
        if (current.get("imageUploadIds").isEmpty()) {
            JsonNode picture = seller.upload("LISTING", Picture.of(listing.title(), listing.colour()));
            seller.patch(
                    path,
                    current.get("version").asLong(),
                    Map.of("imageUploadIds", List.of(picture.get("id").asLong())));
        }
        if (listing.active()) {
            seller.create(path + "/status", key + ":active", Map.of("status", "ACTIVE"));
        }
    }

    private static Map<String, Long> idsByName(Api api, String path) {
        Map<String, Long> ids = new HashMap<>();
        api.get(path)
                .get("items")
                .forEach(item ->
                        ids.put(item.get("name").asString(), item.get("id").asLong()));
        return ids;
    }
}
