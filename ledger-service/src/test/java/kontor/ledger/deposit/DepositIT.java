package kontor.ledger.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class DepositIT {

    private final Members members;
    private final TopicReader topics;
    private final Shop shop;

    DepositIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.topics = topics;
        this.shop = new Shop(database, writer, http);
    }

    @Test
    void creditsTheMemberAndTellsIt() {
        Member ada = members.admin();
        Member ben = members.verified();

        Shop.Answer made = shop.deposit(ada, ben, 5_000);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().getFirst("Location")).isEqualTo("/api/v1/deposits/" + made.id());
        assertThat(made.headers().getETag()).isEqualTo("\"1\"");
        assertThat(shop.credit(ben)).isEqualTo(5_000);
        assertThat(shop.audits("deposit", made.id())).containsExactly("make-deposit");
        var booked =
                topics.await("kontor.ledger.deposit.v1", Long.toString(made.id()), "kontor.ledger.deposit-booked.v1");
        EventSchema.of(booked.type()).assertValid(String.valueOf(booked.value()));
        var posted = topics.await(
                "kontor.ledger.transfer.v1",
                message -> String.valueOf(message.value()).contains("\"deposit:" + made.id() + ":1\""));
        EventSchema.of(posted.type()).assertValid(String.valueOf(posted.value()));
    }

    @Test
    void paysOutBelowTheLimitToo() {
        Member ben = members.withLimit(0);

        assertThat(shop.deposit(members.admin(), ben, -700).status()).isEqualTo(201);
        assertThat(shop.credit(ben)).isEqualTo(-700);
    }

    @Test
    void isRevokedAndReapplied() {
        Member ada = members.admin();
        Member ben = members.verified();
        long id = shop.deposit(ada, ben, 5_000).id();

        assertThat(switchTo(ada, id, true).status()).isEqualTo(201);
        assertThat(switchTo(ada, id, true).code()).isEqualTo("already-in-state");
        assertThat(switchTo(ada, id, false).body().path("version").asLong()).isEqualTo(3);

        assertThat(shop.entries(ben)).containsExactly(5_000L, -5_000L, 5_000L);
        assertThat(shop.get(ben.bearer(), "/api/v1/deposits/" + id).body().path("history"))
                .hasSize(2);
    }

    @Test
    void booksABatchForAllOrNobody() {
        Member ada = members.admin();
        List<Member> crowd = Stream.generate(members::verified).limit(5).toList();
        Member stranger = members.unverified();

        Shop.Answer refused =
                batch(ada, Stream.concat(crowd.stream(), Stream.of(stranger)).toList());
        Shop.Answer unknown = batch(ada, List.of(crowd.getFirst(), members.unknown()));
        Shop.Answer made = batch(ada, crowd);

        assertThat(refused.code()).isEqualTo("member-not-verified");
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/memberIds/1");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("deposits")).hasSize(5);
        assertThat(crowd).allSatisfy(member -> assertThat(shop.entries(member)).containsExactly(100L));
    }

    @Test
    void staysSingleUnderFiftyEqualRequestsAtOnce() {
        Member ada = members.admin();
        Member ben = members.verified();
        String key = UUID.randomUUID().toString();
        String body = "{\"memberId\": \"%s\", \"amountMinor\": 100, \"comment\": \"x\"}".formatted(ben.id());

        Together.run(25, IntStream.range(0, 50).mapToObj(i -> () -> {
            Shop.Answer answer = shop.post(ada.bearer(), "/api/v1/deposits", key, body);
            assertThat(answer.status()).isEqualTo(201);
        }));

        assertThat(shop.entries(ben)).containsExactly(100L);
    }

    @Test
    void crossesPurchasesWithoutDeadlock() {
        Member ada = members.admin();
        List<Member> crowd = Stream.generate(members::withoutLimit).limit(6).toList();
        Shop.Product tea = shop.product(10, "0");

        Together.run(12, IntStream.range(0, 120).mapToObj(i -> () -> {
            List<Member> turned = i % 2 == 0 ? crowd : crowd.reversed();
            Shop.Answer answer = i % 3 == 0 ? batch(ada, turned) : shop.buy(crowd.get(i % 6), tea, 1);
            assertThat(answer.status()).isEqualTo(201);
        }));

        long sum = crowd.stream().mapToLong(shop::credit).sum();
        assertThat(sum).isEqualTo(40 * 6 * 100 - 80 * 10);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void listsTheMembersOwnOnly() {
        Member ada = members.admin();
        Member ben = members.verified();
        Member cleo = members.verified();
        shop.deposit(ada, ben, 1);
        shop.deposit(ada, ben, 2);
        long foreign = shop.deposit(ada, cleo, 3).id();

        Shop.Answer own = shop.get(ben.bearer(), "/api/v1/deposits?count=true&limit=1");
        Shop.Answer next = shop.get(
                ben.bearer(),
                "/api/v1/deposits?limit=1&cursor=" + own.body().path("next").asString());
        Shop.Answer all = shop.get(ada.bearer(), "/api/v1/deposits?memberId=" + ben.id() + "&memberId=" + cleo.id());

        assertThat(own.body().path("total").asLong()).isEqualTo(2);
        assertThat(own.body().at("/items/0/amountMinor").asLong()).isEqualTo(2);
        assertThat(next.body().at("/items/0/amountMinor").asLong()).isEqualTo(1);
        assertThat(all.body().path("items")).hasSize(3);
        assertThat(shop.get(ben.bearer(), "/api/v1/deposits/" + foreign).status())
                .isEqualTo(404);
    }

    private Shop.Answer batch(Member admin, List<Member> crowd) {
        String ids = crowd.stream().map(member -> "\"" + member.id() + "\"").collect(Collectors.joining(", "));
        return shop.post(
                admin.bearer(),
                "/api/v1/deposits/batches",
                "{\"memberIds\": [%s], \"amountMinor\": 100, \"comment\": \"party\"}".formatted(ids));
    }

    private Shop.Answer switchTo(Member admin, long id, boolean revoked) {
        return shop.post(
                admin.bearer(), "/api/v1/deposits/" + id + "/revocations", "{\"revoked\": %b}".formatted(revoked));
    }
}
