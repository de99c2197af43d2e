package kontor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
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
            @Autowired org.springframework.context.ApplicationContext context) {
        this.members = members;
        this.database = database;
        this.shop = new Shop(database, writer, http);
        this.jobs = new Jobs(context);
    }

    /** Runs a scheduled job now. */
    private record Jobs(org.springframework.context.ApplicationContext context) {

        void checkpoint() {
            org.springframework.test.util.ReflectionTestUtils.invokeMethod(
                    context.getBean("checkpointing"), "checkpoint");
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
        assertThat(offenders()).as("seed %d", seed).isEmpty();
    }

    private void step(
            Random random,
            Member ada,
            List<Member> crowd,
            List<Shop.Product> goods,
            ConcurrentLinkedQueue<Long> purchases) {
        Member member = crowd.get(random.nextInt(crowd.size()));
        Shop.Answer answer = switch (random.nextInt(4)) {
            case 0 -> shop.deposit(ada, member, 1L + random.nextInt(3_000));
            case 1 -> switchOne(random, ada, purchases);
            default -> shop.buy(member, goods.get(random.nextInt(goods.size())), 1 + random.nextInt(5));
        };
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

    /** Each verify query turns red for the fault it is there for; the fault is rolled back. */
    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        Member ada = members.admin();
        Member ben = members.verified();
        shop.deposit(ada, ben, 1_000);
        shop.buy(ben, shop.product(100, "27"), 1);
        return Stream.of(
                        fault(
                                "INV-01",
                                "update entry set amount_minor = amount_minor + 1 where id = (select max(id) from entry)"),
                        fault("INV-02", "delete from entry where id = (select max(id) from entry)"),
                        fault(
                                "INV-03-balances",
                                "update account set balance_minor = balance_minor + 1 where owner = '" + ben.id()
                                        + "'"),
                        fault(
                                "INV-03-each",
                                "update entry set balance_after_minor = balance_after_minor + 1 where account_version = 1"),
                        fault(
                                "INV-03-checkpoints",
                                "insert into checkpoint (account_id, balance_minor, tx, at) values (1, 77, 0, now())"
                                        + " on conflict (account_id) do update set balance_minor = checkpoint.balance_minor + 77"),
                        fault(
                                "INV-04",
                                "grant update on entry to " + database.app().name()),
                        fault(
                                "INV-05",
                                "alter table entry drop constraint entry_within_floor; update entry set floor_at_minor ="
                                        + " balance_after_minor + 1 where balance_after_minor is not null"),
                        fault(
                                "INV-06",
                                "update transfer set business_ref = 'shelf:999999999:1' where id = (select max(id) from transfer)"),
                        fault(
                                "INV-10-flags",
                                "update shelf_purchase set revoked = not revoked where member_id = '" + ben.id() + "'"),
                        fault(
                                "INV-10-facts",
                                "update shelf_purchase set revoked = not revoked where member_id = '" + ben.id() + "'"),
                        fault("INV-11", "update known_product set active = false"),
                        fault("INV-12", "update known_product set unit_net_minor = unit_net_minor + 1"),
                        fault("INV-37", "delete from audit where target_type = 'deposit'"))
                .map(fault -> DynamicTest.dynamicTest(fault.query(), () -> {
                    String sql = queries().stream()
                            .filter(query -> query.name().startsWith(fault.query()))
                            .findFirst()
                            .orElseThrow()
                            .sql();
                    assertThat(rowsAfter(fault.sql(), sql)).isPositive();
                }));
    }

    private record Fault(String query, String sql) {}

    private static Fault fault(String query, String sql) {
        return new Fault(query, sql);
    }

    private record Query(String name, String sql) {}

    private int rowsAfter(String fault, String query) throws java.sql.SQLException {
        try (var connection = database.dataSource(database.owner()).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The triggers would refuse what the query is to find.
            statement.execute("alter table entry disable trigger user; alter table transfer disable trigger user");
            statement.execute(fault);
            int rows = 0;
            try (var result = statement.executeQuery(query)) {
                while (result.next()) {
                    rows++;
                }
            }
            connection.rollback();
            return rows;
        }
    }

    private List<String> offenders() {
        List<String> found = new ArrayList<>();
        for (Query query : queries()) {
            database.asOwner()
                    .sql(query.sql())
                    .query()
                    .listOfRows()
                    .forEach(row -> found.add(query.name() + ": " + row));
        }
        return found;
    }

    private static List<Query> queries() {
        try {
            List<Query> queries = new ArrayList<>();
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:verify/INV-*.sql")) {
                queries.add(new Query(
                        String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8)));
            }
            return queries;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
