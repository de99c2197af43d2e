package kontor.ledger.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals.Deal;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Patience;
import kontor.testkit.trial.Together;
import kontor.testkit.trial.VerifySet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Payments are decided by as many consumers as there are partitions, while everybody else moves the same credits. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscrowRaceIT {

    private static final int PARTITIONS = 3;
    private static final int BUYERS = 20;

    private final Members members;
    private final TestDatabase database;
    private final Shop shop;
    private final Deals deals;
    private final EscrowBooks books;
    private final ConcurrentMessageListenerContainer<?, ?> listener;

    EscrowRaceIT(
            Members members,
            TestDatabase database,
            TopicWriter writer,
            RestTestClient http,
            KafkaListenerEndpointRegistry registry) {
        this.members = members;
        this.database = database;
        shop = new Shop(database, writer, http);
        deals = new Deals(database, writer);
        books = new EscrowBooks(database, shop);
        listener = registry.getListenerContainers().stream()
                .<ConcurrentMessageListenerContainer<?, ?>>mapMulti((container, sink) -> {
                    if (container instanceof ConcurrentMessageListenerContainer<?, ?> concurrent
                            && "ledger.escrow".equals(concurrent.getGroupId())) {
                        sink.accept(concurrent);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @BeforeAll
    void listenSideBySide() {
        setConsumers(PARTITIONS);
    }

    @AfterAll
    void listenAlone() {
        setConsumers(1);
    }

    @AfterEach
    void findsNothingWrong() {
        assertThat(shop.sumOfAllEntries()).isZero();
        assertThat(new VerifySet(database).offenders()).isEmpty();
    }

    @Test
    void paysOneOfTwoThatOnlyFitAlone() {
        Member sami = members.verified();
        List<Member> buyers =
                Stream.generate(() -> members.withLimit(-1_000)).limit(BUYERS).toList();
        Map<Deal, Long> requests = new HashMap<>();
        Stream.of(1, 2)
                .flatMap(n -> buyers.stream())
                .forEach(buyer -> requests.put(Deals.deal(buyer, sami, 600, 0, 0), Deals.id()));

        ask(requests);
        Map<Deal, String> answers = answers(requests);
        ask(requests);

        assertThat(answers(requests)).isEqualTo(answers);
        assertThat(answers.values()).containsOnly("", "insufficient-credit");
        assertThat(buyers).allSatisfy(buyer -> assertThat(shop.entries(buyer)).containsExactly(-600L));
        assertThat(answers.keySet().stream().mapToLong(books::held).sum()).isEqualTo(600L * BUYERS);
    }

    private void ask(Map<Deal, Long> requests) {
        deals.send(requests.entrySet().stream()
                .map(asked -> deals.paymentRequested(asked.getKey(), asked.getValue(), false)));
        deals.awaitHeard(List.copyOf(requests.keySet()));
    }

    private Map<Deal, String> answers(Map<Deal, Long> requests) {
        Map<Deal, String> answers = new HashMap<>();
        requests.forEach((deal, request) -> answers.put(deal, books.answerTo(deal, request)));
        return answers;
    }

    @Test
    void sharesTheLimitWithTheShelf() {
        Member ben = members.withLimit(-1_000);
        Member sami = members.verified();
        Shop.Product tea = shop.product(90, "27"); // 114
        List<Deal> wanted = Stream.generate(() -> Deals.deal(ben, sami, 114, 0, 0))
                .limit(12)
                .toList();
        AtomicInteger bought = new AtomicInteger();
        Stream<Fact[]> asked = wanted.stream().map(deal -> deals.paymentRequested(deal, Deals.id(), false));

        Together.run(
                13,
                Stream.concat(
                        Stream.of(() -> deals.send(asked)),
                        IntStream.range(0, 12).mapToObj(i -> () -> {
                            if (shop.buy(ben, tea, 1).status() == 201) {
                                bought.incrementAndGet();
                            }
                        })));
        deals.awaitHeard(wanted);

        long held = wanted.stream().mapToLong(books::held).sum();
        assertThat(bought.get() * 114L + held).isEqualTo(8 * 114L);
        assertThat(shop.credit(ben)).isEqualTo(-912);
    }

    /** Who sells here buys there; nobody waits for anybody in a circle, and so nothing is tried twice. */
    @Test
    void crossesBuyersAndSellersWithoutDeadlock() {
        Member ada = members.admin();
        List<Member> pair = Stream.generate(members::withoutLimit).limit(2).toList();
        Shop.Product tea = shop.product(10, "0");
        long before = deadlocks();
        List<Deal> all = IntStream.range(0, 40)
                .mapToObj(n -> Deals.deal(pair.get(n % 2), pair.get(1 - n % 2), 100, 10, 0))
                .toList();
        List<Fact[]> facts = new ArrayList<>();
        all.forEach(deal -> facts.add(deals.paymentRequested(deal, Deals.id(), false)));
        all.forEach(deal -> facts.add(deals.adjustmentRequested(deal, Deals.id(), "REFUND", 30)));
        IntStream.range(0, all.size())
                .forEach(n -> facts.add(n % 4 < 2 ? deals.done(all.get(n)) : deals.cancelled(all.get(n), "PAID")));

        Together.run(3, Stream.of(() -> deals.send(facts.stream()), () -> cross(pair, tea), () -> pay(ada, pair)));
        deals.awaitHeard(all);

        assertThat(deadlocks()).isEqualTo(before);
        assertThat(all).allSatisfy(deal -> assertThat(books.held(deal)).isZero());
        // Each is in ten that were done as buyer, and in ten as seller: what stays is the fee of the latter.
        assertThat(pair).allSatisfy(member -> assertThat(shop.credit(member)).isEqualTo(20 * 5 - 20 * 10 - 10 * 10));
    }

    /** Carts of both, in either order. */
    private void cross(List<Member> pair, Shop.Product tea) {
        for (int i = 0; i < 20; i++) {
            List<Member> turned = i % 2 == 0 ? pair : pair.reversed();
            insist(() -> shop.post(Shop.kiosk(), "/api/v1/shelf-purchases", """
                            {"lines": [{"productId": %1$d, "amount": 1, "memberId": "%2$s"},
                                       {"productId": %1$d, "amount": 1, "memberId": "%3$s"}]}""".formatted(
                            tea.id(), turned.getFirst().id(), turned.getLast().id())));
        }
    }

    private void pay(Member admin, List<Member> pair) {
        for (int i = 0; i < 40; i++) {
            Member member = pair.get(i % 2);
            insist(() -> shop.deposit(admin, member, 5));
        }
    }

    /** Each time with a new key: an answer of "later" that had booked something would show in the balances. */
    private static void insist(Callable<Shop.Answer> request) {
        assertThat(Patience.outlast(Shop.Answer::status, request).status()).isEqualTo(201);
    }

    private void setConsumers(int number) {
        listener.stop();
        listener.setConcurrency(number);
        listener.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> listener.getContainers().stream()
                        .allMatch(consumer -> consumer.getAssignedPartitions() != null
                                && consumer.getAssignedPartitions().size() == PARTITIONS / number));
    }

    private long deadlocks() {
        return database.asOwner()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
