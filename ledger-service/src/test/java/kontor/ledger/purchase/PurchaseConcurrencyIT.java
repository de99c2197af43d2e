package kontor.ledger.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class PurchaseConcurrencyIT {

    private final Members members;
    private final TestDatabase database;
    private final Shop shop;

    PurchaseConcurrencyIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.database = database;
        this.shop = new Shop(database, writer, http);
    }

    @Test
    void neverPassesTheLimitWithSixtyFourPurchasesAtOnce() {
        Member ben = members.withLimit(-1_000);
        Shop.Product tea = shop.product(90, "27"); // 114
        AtomicInteger booked = new AtomicInteger();

        Together.run(64, IntStream.range(0, 64).mapToObj(i -> () -> {
            Shop.Answer answer = shop.buy(ben, tea, 1);
            if (answer.status() == 201) {
                booked.incrementAndGet();
            } else {
                assertThat(answer.code()).isEqualTo("insufficient-credit");
            }
        }));

        assertThat(booked).hasValue(8);
        assertThat(shop.credit(ben)).isEqualTo(-912);
        assertThat(shop.entries(ben)).hasSize(8);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void givesFiftyEqualRequestsAtOnceTheSameAnswer() {
        Member ben = members.withLimit(-150);
        Shop.Product tea = shop.product(100, "0");
        String key = UUID.randomUUID().toString();
        Set<String> answers = ConcurrentHashMap.newKeySet();

        Together.run(50, IntStream.range(0, 50).mapToObj(i -> () -> {
            Shop.Answer answer = shop.buy(ben, key, tea, 1);
            assertThat(answer.status()).isEqualTo(201);
            answers.add(answer.body().toString());
        }));

        assertThat(answers).hasSize(1);
        assertThat(shop.entries(ben)).containsExactly(-100L);
    }

    /** Requests that come at once are booked in groups; what one of them lacks is no matter of the others. */
    @Test
    void booksManyBuyersTogetherAndEachOnHisOwnTerms() {
        Shop.Product tea = shop.product(100, "27");
        List<Member> rich = Stream.generate(members::withoutLimit).limit(40).toList();
        List<Member> poor = Stream.generate(() -> members.withLimit(0)).limit(8).toList();
        String twin = UUID.randomUUID().toString();

        Together.run(
                64,
                Stream.concat(
                        rich.stream()
                                .flatMap(member -> Stream.of(1, 2, 3).map(i -> (Runnable) () -> assertThat(
                                                shop.buy(member, tea, i).status())
                                        .isEqualTo(201))),
                        Stream.concat(
                                poor.stream()
                                        .map(member -> () -> assertThat(
                                                        shop.buy(member, tea, 1).code())
                                                .isEqualTo("insufficient-credit")),
                                IntStream.range(0, 8)
                                        .mapToObj(i -> () -> assertThat(shop.buy(rich.getFirst(), twin, tea, 1)
                                                        .status())
                                                .isEqualTo(201)))));

        assertThat(rich.stream().skip(1))
                .allSatisfy(member -> assertThat(shop.entries(member)).containsExactlyInAnyOrder(-127L, -254L, -381L));
        assertThat(shop.entries(rich.getFirst())).containsExactlyInAnyOrder(-127L, -254L, -381L, -127L);
        assertThat(poor).allSatisfy(member -> assertThat(shop.entries(member)).isEmpty());
        assertThat(shop.sumOfAllEntries()).isZero();
        assertThat(transactionsOf(rich)).isLessThan(121);
    }

    private long transactionsOf(List<Member> buyers) {
        return database.asOwner()
                .sql("select count(distinct xmin::text) from shelf_purchase where member_id = any(cast(? as uuid[]))")
                .param(buyers.stream().map(member -> member.id().toString()).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Test
    void doesNotWaitForTheBuyerNextDoor() throws SQLException {
        Member ben = members.verified();
        Member cleo = members.verified();
        Shop.Product tea = shop.product(100, "27");

        try (Connection connection = database.dataSource(database.owner()).getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "select id from account where kind <> 'MEMBER' or owner = ? for update")) {
            connection.setAutoCommit(false);
            lock.setString(1, ben.id().toString());
            lock.executeQuery();

            // Whoever had to wait would be refused, since nothing is given back meanwhile.
            assertThat(shop.buy(cleo, tea, 1).status()).isEqualTo(201);
            assertThat(shop.buy(ben, tea, 1).code()).isEqualTo("unavailable");
            connection.rollback();
        }

        assertThat(shop.buy(ben, tea, 1).status()).isEqualTo(201);
        assertThat(shop.entries(ben)).containsExactly(-127L);
    }

    @Test
    void crossesCartsOfTheSameMembersWithoutDeadlock() {
        List<Member> pair = Stream.generate(members::withoutLimit).limit(2).toList();
        Shop.Product tea = shop.product(10, "0");
        Together.run(8, IntStream.range(0, 60).mapToObj(i -> () -> {
            List<Member> turned = i % 2 == 0 ? pair : pair.reversed();
            Shop.Answer answer = shop.post(Shop.kiosk(), "/api/v1/shelf-purchases", """
                            {"lines": [{"productId": %1$d, "amount": 1, "memberId": "%2$s"},
                                       {"productId": %1$d, "amount": 1, "memberId": "%3$s"}]}""".formatted(
                            tea.id(), turned.getFirst().id(), turned.getLast().id()));
            assertThat(answer.status()).isEqualTo(201);
        }));

        assertThat(pair).allSatisfy(member -> assertThat(shop.credit(member)).isEqualTo(-600));
    }
}
