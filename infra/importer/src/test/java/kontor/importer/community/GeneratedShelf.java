package kontor.importer.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens at the shelf of a generated community, by the rules of the source. */
final class GeneratedShelf {

    private final GeneratedCommunity community;
    private final CommunityFile file;
    private final Random random;
    private final List<Long> purchases = new ArrayList<>();
    private final List<Long> deposits = new ArrayList<>();
    private final List<Long> stocktakings = new ArrayList<>();
    private final List<Long> collections = new ArrayList<>();
    private final Map<Long, List<Long>> lines = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();

    GeneratedShelf(GeneratedCommunity community, CommunityFile file, Random random) {
        this.community = community;
        this.file = file;
        this.random = random;
    }

    void purchase() {
        community.pass(1_800);
        boolean byAdmin = random.nextInt(6) == 0;
        long product = community.product();
        @Nullable Long admin = byAdmin ? (Long) community.admin() : null;
        purchases.add(file.insert(
                "purchases",
                "timestamp, admin_id, user_id, product_id, productprice, amount, revoked",
                byAdmin && random.nextBoolean() ? community.sent(random.nextInt(5_000_000)) : community.stamp(),
                admin,
                community.member(),
                product,
                community.priceOf(product),
                1 + random.nextInt(4),
                0));
    }

    void deposit() {
        community.pass(1_800);
        long amount = random.nextInt(8) == 0 ? -random.nextInt(1, 500) : random.nextInt(1, 5_000);
        deposits.add(file.insert(
                "deposits",
                "timestamp, user_id, admin_id, amount, comment, revoked",
                community.stamp(),
                community.member(),
                community.admin(),
                amount,
                amount < 0 ? "=payout" : "cash",
                0));
    }

    void replenishment() {
        community.pass(1_800);
        long collection = file.insert(
                "replenishmentcollections",
                "timestamp, admin_id, seller_id, revoked, comment",
                community.sent(random.nextInt(200_000)),
                community.admin(),
                community.member(),
                0,
                "market");
        collections.add(collection);
        List<Long> own = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            own.add(file.insert(
                    "replenishments",
                    "replcoll_id, product_id, revoked, amount, total_price",
                    collection,
                    community.product(),
                    0,
                    random.nextInt(1, 40),
                    random.nextInt(-50, 3_000)));
        }
        lines.put(collection, own);
    }

    /** Everything is counted, sometimes for a time that lies before the stocktaking entered last. */
    void stocktaking() {
        community.pass(1_800);
        long stocktaking = file.insert(
                "stocktakingcollections",
                "timestamp, revoked, admin_id",
                community.sent(random.nextInt(4) == 0 ? 3_000_000 : random.nextInt(60)),
                0,
                community.admin());
        stocktakings.add(stocktaking);
        for (long product : new LinkedHashSet<>(community.products())) {
            if (random.nextInt(5) > 0) {
                file.insert(
                        "stocktakings", "count, product_id, collection_id", random.nextInt(60), product, stocktaking);
            }
        }
    }

    /** Something is revoked, or applied again. */
    void change() {
        community.pass(600);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                long purchase = pick(purchases);
                boolean now = turn("purchases", purchase);
                file.insert("purchaserevokes", "timestamp, revoked, purchase_id", community.stamp(), now, purchase);
            }
            case 4 -> byAdmin("deposits", pick(deposits), "depositrevokes", "deposit_id");
            case 5 -> {
                if (!stocktakings.isEmpty()) {
                    byAdmin(
                            "stocktakingcollections",
                            pick(stocktakings),
                            "stocktakingcollectionrevokes",
                            "collection_id");
                }
            }
            case 6, 7 -> collection(pick(collections));
            default -> line(pick(collections));
        }
    }

    private void collection(long collection) {
        if (!isRevoked("replenishmentcollections", collection) || !isAllRevoked(collection)) {
            byAdmin("replenishmentcollections", collection, "replenishmentcollectionrevoke", "replcoll_id");
        }
    }

    private void line(long collection) {
        long line = pick(lines.getOrDefault(collection, List.of()));
        if (isRevoked("replenishments", line) && isAllRevoked(collection)) {
            byAdmin("replenishmentcollections", collection, "replenishmentcollectionrevoke", "replcoll_id");
        }
        byAdmin("replenishments", line, "replenishmentrevoke", "repl_id");
        if (isAllRevoked(collection) && !isRevoked("replenishmentcollections", collection)) {
            byAdmin("replenishmentcollections", collection, "replenishmentcollectionrevoke", "replcoll_id");
        }
    }

    private boolean isAllRevoked(long collection) {
        return lines.getOrDefault(collection, List.of()).stream().allMatch(line -> isRevoked("replenishments", line));
    }

    private void byAdmin(String table, long thing, String history, String column) {
        boolean now = turn(table, thing);
        file.insert(
                history, "timestamp, revoked, admin_id, " + column, community.stamp(), now, community.admin(), thing);
    }

    private boolean isRevoked(String table, long thing) {
        return revoked.contains(table + thing);
    }

    private boolean turn(String table, long thing) {
        boolean now = !isRevoked(table, thing);
        if (now) {
            revoked.add(table + thing);
        } else {
            revoked.remove(table + thing);
        }
        file.execute("update %s set revoked = %d where id = %d".formatted(table, now ? 1 : 0, thing));
        return now;
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
