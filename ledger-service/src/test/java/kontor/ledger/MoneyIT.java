package kontor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Patience;
import kontor.testkit.trial.Together;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever happens to the money, it sums to 0 at every moment, and every verify query finds nothing. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class MoneyIT {

    private static final int STEPS = 400;
    private static final int HANDS = 8;

    private final Members members;
    private final TestDatabase database;
    private final Shop shop;
    private final Jobs jobs;

    MoneyIT(
            Members members,
            TestDatabase database,
            TopicWriter writer,
            RestTestClient http,
            ApplicationContext context) {
        this.members = members;
        this.database = database;
        this.shop = new Shop(database, writer, http);
        this.jobs = new Jobs(context);
    }

    /** Runs a scheduled job now. */
    private record Jobs(ApplicationContext context) {

        void checkpoint() {
            ReflectionTestUtils.invokeMethod(context.getBean("checkpointing"), "checkpoint");
        }
    }

    @Test
    void sumsToZeroAtEveryMoment() {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        Member ada = members.admin();
        List<Member> crowd =
                List.of(members.withLimit(-3_000), members.withLimit(-500), members.withoutLimit(), members.verified());
        List<Shop.Product> goods = List.of(
                shop.product(249, "27"), shop.product(-40, "0"), shop.product(0, "27"), shop.product(99, "5.5"));
        AtomicBoolean isOver = new AtomicBoolean();
        ConcurrentLinkedQueue<Long> purchases = new ConcurrentLinkedQueue<>();

        Stream<Runnable> hands = IntStream.range(0, HANDS).mapToObj(hand -> () -> {
            Random random = new Random(seed + hand);
            for (int i = 0; i < STEPS / HANDS; i++) {
                step(random, ada, crowd, goods, purchases);
            }
            isOver.set(true);
        });
        Stream<Runnable> reader = Stream.of(() -> {
            while (!isOver.get()) {
                assertThat(shop.sumOfAllEntries()).as("seed %d", seed).isZero();
                jobs.checkpoint();
            }
        });
        Together.run(HANDS + 1, Stream.concat(reader, hands));

        assertThat(shop.sumOfAllEntries()).as("seed %d", seed).isZero();
        assertThat(new VerifySet(database).offenders()).as("seed %d", seed).isEmpty();
    }

    private void step(
            Random random,
            Member ada,
            List<Member> crowd,
            List<Shop.Product> goods,
            ConcurrentLinkedQueue<Long> purchases) {
        Member member = crowd.get(random.nextInt(crowd.size()));
        int choice = random.nextInt(4);
        Shop.Answer answer = Patience.outlast(Shop.Answer::status, () -> switch (choice) {
            case 0 -> shop.deposit(ada, member, 1L + random.nextInt(3_000));
            case 1 -> switchOne(random, ada, purchases);
            default -> shop.buy(member, goods.get(random.nextInt(goods.size())), 1 + random.nextInt(5));
        });
        if (answer.status() == 201 && answer.body().has("purchases")) {
            purchases.add(answer.body().at("/purchases/0/id").asLong());
        }
        assertThat(answer.status()).isIn(200, 201, 409, 422);
    }

    private Shop.Answer switchOne(Random random, Member ada, ConcurrentLinkedQueue<Long> purchases) {
        Long id = purchases.poll();
        if (id == null) {
            return shop.get(ada.bearer(), "/api/v1/accounts");
        }
        purchases.add(id);
        return shop.post(
                ada.bearer(),
                "/api/v1/shelf-purchases/" + id + "/revocations",
                "{\"revoked\": %b}".formatted(random.nextBoolean()));
    }
}
