package kontor.ledger.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.ledger.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class PurchaseIT {

    private final Members members;
    private final TopicReader topics;
    private final Shop shop;

    PurchaseIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.topics = topics;
        this.shop = new Shop(database, writer, http);
    }

    @Test
    void booksAPurchaseWithItsVat() {
        Member ada = members.admin();
        Member ben = members.verified();
        Shop.Product beans = shop.product(249, "27");
        assertThat(shop.deposit(ada, ben, 5_000).status()).isEqualTo(201);

        Shop.Answer answer = shop.buy(ben, beans, 4);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("creditAfterMinor").asLong()).isEqualTo(3_736);
        assertThat(answer.body().at("/purchases/0/totalMinor").asLong()).isEqualTo(1_264);
        assertThat(shop.entries(ben)).containsExactly(5_000L, -1_264L);
        assertThat(shop.credit(ben)).isEqualTo(3_736);
        assertThat(shop.sumOfAllEntries()).isZero();
    }

    @Test
    void tellsThePurchaseAndItsTransfer() {
        Member ben = members.withLimit(-5_000);
        Shop.Product beans = shop.product(249, "27.5");

        long id = shop.buy(ben, beans, 4).body().at("/purchases/0/id").asLong();

        var made = topics.await(
                "kontor.ledger.shelf-purchase.v1", Long.toString(id), "kontor.ledger.shelf-purchase-made.v1");
        EventSchema.of(made.type()).assertValid(String.valueOf(made.value()));
        assertThat(made.sequence()).isEqualTo(1);
        var posted = topics.await(
                "kontor.ledger.transfer.v1", m -> String.valueOf(m.value()).contains("\"shelf:" + id + ":1\""));
        EventSchema.of(posted.type()).assertValid(String.valueOf(posted.value()));
        assertThat(posted.value()).contains("\"balanceAfterMinor\":-1268");
    }

    @Test
    void answersARepeatedRequestWithItsFirstAnswer() {
        Member ben = members.verified();
        Shop.Product tea = shop.product(100, "0");
        String key = UUID.randomUUID().toString();

        Shop.Answer first = shop.buy(ben, key, tea, 1);
        Shop.Answer second = shop.buy(ben, key, tea, 1);
        Shop.Answer other = shop.buy(ben, key, tea, 2);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(shop.entries(ben)).containsExactly(-100L);
    }

    @Test
    void refusesOnlyWhatWouldPassTheLimit() {
        Member ben = members.withLimit(-1_500);
        Shop.Product small = shop.product(60, "0");
        Shop.Product tea = shop.product(180, "0");
        Shop.Product bottle = shop.product(-40, "0");
        assertThat(shop.buy(ben, small, 15).status()).isEqualTo(201);
        assertThat(shop.buy(ben, tea, 3).status()).isEqualTo(201);

        assertThat(shop.buy(ben, small, 1).status()).isEqualTo(201);
        assertThat(shop.buy(ben, small, 1).code()).isEqualTo("insufficient-credit");
        assertThat(shop.buy(ben, bottle, 1).status()).isEqualTo(201);

        assertThat(shop.credit(ben)).isEqualTo(-1_460);
    }
}
