package kontor.ledger.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.OWN)
@TestPropertySource(properties = "kontor.ledger.deposit-approval-limit=1000")
class DepositApprovalIT {

    private final Members members;
    private final TopicReader topics;
    private final Shop shop;

    DepositApprovalIT(Members members, TestDatabase database, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.topics = topics;
        this.shop = new Shop(database, null, http);
    }

    @Test
    void waitsAboveTheLimitForASecondAdmin() {
        Member ada = members.admin();
        Member dora = members.admin();
        Member ben = members.verified();
        assertThat(shop.deposit(ada, ben, 1_000).status()).isEqualTo(201);

        Shop.Answer pending = shop.deposit(ada, ben, 1_001);

        assertThat(pending.status()).isEqualTo(202);
        assertThat(shop.credit(ben)).isEqualTo(1_000);
        assertThat(decide(ada, pending.id(), true).code()).isEqualTo("second-admin-required");
        assertThat(revoke(ada, pending.id()).code()).isEqualTo("not-allowed-in-state");

        Shop.Answer approved = decide(dora, pending.id(), true);

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.body().path("status").asString()).isEqualTo("BOOKED");
        assertThat(shop.credit(ben)).isEqualTo(2_001);
        assertThat(decide(dora, pending.id(), false).code()).isEqualTo("not-allowed-in-state");
        assertThat(revoke(ada, pending.id()).status()).isEqualTo(201);
        assertThat(shop.entries(ben)).containsExactly(1_000L, 1_001L, -1_001L);
        var booked = topics.await(
                "kontor.ledger.deposit.v1", Long.toString(pending.id()), "kontor.ledger.deposit-booked.v1");
        EventSchema.of(booked.type()).assertValid(String.valueOf(booked.value()));
        assertThat(booked.sequence()).isEqualTo(2);
    }

    @Test
    void countsNowhereOnceRejected() {
        Member ada = members.admin();
        Member dora = members.admin();
        Member ben = members.verified();
        long id = shop.deposit(ada, ben, -5_000).id();

        Shop.Answer rejected = decide(dora, id, false);

        assertThat(rejected.body().path("status").asString()).isEqualTo("REJECTED");
        assertThat(decide(dora, id, true).code()).isEqualTo("not-allowed-in-state");
        assertThat(revoke(ada, id).code()).isEqualTo("not-allowed-in-state");
        assertThat(shop.entries(ben)).isEmpty();
        assertThat(shop.audits("deposit", id)).containsExactly("request-deposit", "reject-deposit");
    }

    @Test
    void keepsAWholeBatchWaiting() {
        Member ada = members.admin();
        Member ben = members.verified();
        Member cleo = members.verified();
        String body = "{\"memberIds\": [\"%s\", \"%s\"], \"amountMinor\": -1001, \"comment\": \"party\"}"
                .formatted(ben.id(), cleo.id());

        Shop.Answer batch = shop.post(ada.bearer(), "/api/v1/deposits/batches", body);
        Shop.Answer pending = shop.get(ada.bearer(), "/api/v1/deposits?status=PENDING&memberId=" + ben.id());

        assertThat(batch.status()).isEqualTo(202);
        assertThat(pending.body().path("items")).hasSize(1);
        assertThat(shop.entries(ben)).isEmpty();
        assertThat(decide(members.admin(), pending.body().at("/items/0/id").asLong(), true)
                        .status())
                .isEqualTo(200);
        assertThat(shop.entries(ben)).containsExactly(-1_001L);
        assertThat(shop.entries(cleo)).isEmpty();
    }

    @Test
    void isDecidedOnceHoweverManyDecide() {
        Member ben = members.verified();
        long id = shop.deposit(members.admin(), ben, 5_000).id();
        List<Member> others = Stream.generate(members::admin).limit(6).toList();
        AtomicInteger decided = new AtomicInteger();

        Together.run(6, others.stream().map(admin -> () -> {
            Shop.Answer answer = decide(admin, id, true);
            assertThat(answer.status()).isIn(200, 409);
            decided.addAndGet(answer.status() == 200 ? 1 : 0);
        }));

        assertThat(decided).hasValue(1);
        assertThat(shop.entries(ben)).containsExactly(5_000L);
    }

    private Shop.Answer decide(Member admin, long id, boolean approve) {
        return shop.post(
                admin.bearer(), "/api/v1/deposits/" + id + "/approval", "{\"approve\": %b}".formatted(approve));
    }

    private Shop.Answer revoke(Member admin, long id) {
        return shop.post(admin.bearer(), "/api/v1/deposits/" + id + "/revocations", "{\"revoked\": true}");
    }
}
