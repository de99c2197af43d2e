package kontor.ledger.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import kontor.ledger.Shop;
import kontor.ledger.rehearsal.Ledger.Account;
import kontor.ledger.rehearsal.Ledger.Good;
import kontor.testkit.Member;

/** Does at random what people do, for members of its own, and expects of each step what the rules say. */
final class Client {

    static final String PURCHASES = "/api/v1/shelf-purchases";
    static final String DEPOSITS = "/api/v1/deposits";

    private final World world;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final List<Member> members = new ArrayList<>();
    private final Storeroom storeroom;
    private final Office office;
    private final Market market;

    Client(World world, int number, List<Member> own) {
        this.world = world;
        random = new Random(world.seed() * 31 + number);
        own.forEach(this::adopt);
        storeroom = new Storeroom(world, random, ledger, members);
        office = new Office(world, random, ledger);
        market = new Market(world, random, ledger, members);
    }

    Ledger ledger() {
        return ledger;
    }

    List<Member> members() {
        return members;
    }

    /** From a known limit and credit on. */
    private void adopt(Member member) {
        Long limit = random.nextInt(4) == 0 ? null : -random.nextInt(3_000) * 1L;
        members.add(world.members().change(member.limit(limit)));
        long wanted = random.nextInt(2_000);
        long missing = wanted - world.shop().credit(member);
        if (missing != 0) {
            assertThat(world.shop().deposit(world.admin(), member, missing).status())
                    .isEqualTo(201);
        }
        ledger.accounts.add(new Account(wanted, limit));
    }

    void step(boolean isCounting) {
        switch (random.nextInt(isCounting ? 23 : 20)) {
            case 0, 1 -> deposit();
            case 2, 3, 4 -> buy();
            case 5, 6 -> enter();
            case 7 -> switchPurchase();
            case 8 -> switchDeposit();
            case 9 -> storeroom.replenish(who());
            case 10, 11 -> storeroom.changeCollection();
            case 12 -> changeRank();
            case 13 -> office.issue();
            case 14, 15 -> office.pay();
            case 16 -> office.change();
            case 17 -> market.buy();
            case 18, 19 -> market.change();
            case 20, 21 -> storeroom.count();
            default -> storeroom.changeStocktaking();
        }
    }

    private void deposit() {
        int who = who();
        long amount = 1 + random.nextInt(1_500) - (random.nextBoolean() ? 3_000L : 0);
        Shop.Answer answer = world.shop().deposit(world.admin(), members.get(who), amount);
        world.expect("", answer);
        ledger.deposits.add(new Ledger.Deposit(answer.id(), ledger.accounts.get(who), amount));
    }

    /** A cart of the member's own: whole or not at all. */
    private void buy() {
        int who = who();
        Account account = ledger.accounts.get(who);
        Map<Good, Integer> wanted = new HashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            wanted.put(world.good(random), 1 + random.nextInt(4));
        }
        List<Map.Entry<Good, Integer>> lines = List.copyOf(wanted.entrySet());
        long cost = lines.stream()
                .mapToLong(line -> line.getKey().gross() * line.getValue())
                .sum();
        Shop.Answer answer = world.shop()
                .post(
                        members.get(who).bearer(),
                        PURCHASES,
                        "{\"lines\": [%s]}"
                                .formatted(lines.stream()
                                        .map(line -> "{\"productId\": %d, \"amount\": %d}"
                                                .formatted(line.getKey().id(), line.getValue()))
                                        .collect(Collectors.joining(", "))));
        if (world.expect(account.bears(cost) ? "" : "insufficient-credit", answer)) {
            answer.body()
                    .path("purchases")
                    .forEach(row -> ledger.purchases.add(new Ledger.Purchase(
                            row.path("id").asLong(),
                            account,
                            world.known(row.path("productId").asLong()),
                            row.path("amount").asInt(),
                            false,
                            Instant.parse(row.path("at").asString()))));
        }
    }

    /** By an admin from a paper list: back-dated, over any limit. */
    private void enter() {
        int who = who();
        Good good = world.good(random);
        int amount = 1 + random.nextInt(9);
        Instant at = world.time(random);
        Shop.Answer answer = world.shop().post(world.admin().bearer(), PURCHASES, """
                {"lines": [{"memberId": "%s", "at": "%s", "productId": %d, "amount": %d}]}""".formatted(
                        members.get(who).id(), at, good.id(), amount));
        world.expect("", answer);
        long id = answer.body().at("/purchases/0/id").asLong();
        ledger.purchases.add(new Ledger.Purchase(id, ledger.accounts.get(who), good, amount, true, at));
    }

    private void switchPurchase() {
        if (ledger.purchases.isEmpty()) {
            return;
        }
        Ledger.Purchase purchase = ledger.purchases.get(random.nextInt(ledger.purchases.size()));
        boolean isByAdmin = random.nextBoolean();
        boolean revoked = random.nextInt(3) > 0 != purchase.isRevoked;
        Member buyer = members.get(ledger.accounts.indexOf(purchase.account));
        String bearer = isByAdmin ? world.admin().bearer() : buyer.bearer();
        world.expect(purchase.switchTo(revoked, isByAdmin), world.switchOver(bearer, PURCHASES, purchase.id, revoked));
    }

    private void switchDeposit() {
        if (ledger.deposits.isEmpty()) {
            return;
        }
        Ledger.Deposit deposit = ledger.deposits.get(random.nextInt(ledger.deposits.size()));
        boolean revoked = random.nextBoolean();
        world.expect(
                deposit.switchTo(revoked), world.switchOver(world.admin().bearer(), DEPOSITS, deposit.id, revoked));
    }

    private void changeRank() {
        int who = who();
        Long limit = random.nextInt(5) == 0 ? null : 500L - random.nextInt(3_000);
        members.set(who, world.members().change(members.get(who).limit(limit)));
        ledger.accounts.get(who).limit = limit;
    }

    private int who() {
        return random.nextInt(members.size());
    }
}
