package kontor.ledger.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import kontor.ledger.Shop;
import kontor.ledger.rehearsal.Ledger.Collection;
import kontor.ledger.rehearsal.Ledger.Line;
import kontor.ledger.replenishment.Replenishments;
import kontor.ledger.stocktaking.Stocktakings;
import kontor.testkit.Member;

/** What a client does with goods: brings and counts them. */
final class Storeroom {

    private final World world;
    private final Random random;
    private final Ledger ledger;
    private final List<Member> members;

    Storeroom(World world, Random random, Ledger ledger, List<Member> members) {
        this.world = world;
        this.random = random;
        this.ledger = ledger;
        this.members = members;
    }

    void replenish(int who) {
        Instant at = world.time(random);
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            lines.add(new Line(0, world.good(random), 1 + random.nextInt(20), random.nextInt(1_200) - 200L));
        }
        String body = Replenishments.body(
                members.get(who),
                lines.stream()
                        .map(line -> "{\"productId\": %d, \"amount\": %d, \"totalPriceMinor\": %d}"
                                .formatted(line.good.id(), line.amount, line.total))
                        .collect(Collectors.joining(", ")),
                at);
        Shop.Answer answer = world.shop().post(world.admin().bearer(), Replenishments.COLLECTIONS, body);
        world.expect("", answer);
        List<Line> booked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            booked.add(new Line(Replenishments.line(answer, i), line.good, line.amount, line.total));
        }
        ledger.collections.add(new Collection(answer.id(), ledger.accounts.get(who), at, booked));
    }

    void changeCollection() {
        if (ledger.collections.isEmpty()) {
            return;
        }
        String admin = world.admin().bearer();
        Collection collection = ledger.collections.get(random.nextInt(ledger.collections.size()));
        Line line = collection.lines.get(random.nextInt(collection.lines.size()));
        boolean revoked = random.nextBoolean();
        switch (random.nextInt(4)) {
            case 0 ->
                world.expect(
                        collection.switchTo(revoked),
                        world.switchOver(admin, Replenishments.COLLECTIONS, collection.id, revoked));
            case 1 -> {
                int amount = 1 + random.nextInt(20);
                long total = random.nextInt(1_200) - 200L;
                String etag = "\"" + line.version + "\"";
                world.expect(
                        collection.edit(line, amount, total),
                        world.shop()
                                .patch(
                                        admin,
                                        Replenishments.LINES + "/" + line.id,
                                        etag,
                                        "{\"amount\": %d, \"totalPriceMinor\": %d}".formatted(amount, total)));
            }
            default ->
                world.expect(
                        collection.switchLine(line, revoked),
                        world.switchOver(admin, Replenishments.LINES, line.id, revoked));
        }
    }

    void count() {
        Instant at = world.time(random);
        int[] counts = random.ints(world.goods().size(), 0, 60).toArray();
        Map<Long, Integer> byId = new HashMap<>();
        for (int i = 0; i < counts.length; i++) {
            byId.put(world.goods().get(i).id(), counts[i]);
        }
        Shop.Answer answer = world.stocktakings().count(at, byId);
        world.expect("", answer);
        ledger.stocktakings.add(new Ledger.Stocktaking(answer.id(), at, counts));
    }

    void changeStocktaking() {
        if (ledger.stocktakings.isEmpty()) {
            return;
        }
        Ledger.Stocktaking stocktaking = ledger.stocktakings.get(random.nextInt(ledger.stocktakings.size()));
        if (random.nextBoolean()) {
            boolean revoked = random.nextBoolean();
            Shop.Answer answer = world.stocktakings().switchOver(stocktaking.id, revoked);
            if (world.expect(revoked == stocktaking.isRevoked ? Ledger.SAME : "", answer)) {
                stocktaking.isRevoked = revoked;
                stocktaking.version++;
            }
            return;
        }
        int good = random.nextInt(stocktaking.counts.length);
        int count = random.nextInt(60);
        Shop.Answer answer = world.shop()
                .patch(
                        world.admin().bearer(),
                        "%s/%d/lines/%d"
                                .formatted(
                                        Stocktakings.PATH,
                                        stocktaking.id,
                                        world.goods().get(good).id()),
                        "\"" + stocktaking.version + "\"",
                        "{\"count\": %d}".formatted(count));
        world.expect("", answer);
        stocktaking.version += stocktaking.counts[good] == count ? 0 : 1;
        stocktaking.counts[good] = count;
    }
}
