package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import kontor.e2e.Client.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Order(1)
@ExtendWith(ShopExtension.class)
class FirstPurchaseIT {

    private final Shop shop;
    private final Community community;

    FirstPurchaseIT(Shop shop) {
        this.shop = shop;
        this.community = Community.of(shop);
    }

    @Test
    void aMemberRegistersIsVerifiedDepositsBuysAndSeesHisBalance() {
        String login = "m" + UUID.randomUUID().toString().substring(0, 8);
        Answer registered = shop.anyone()
                .post(
                        "/api/v1/members",
                        "{\"firstName\":\"Noor\",\"lastName\":\"Visser\",\"login\":\"%s\",\"password\":\"a long secret 42\"}"
                                .formatted(login));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        String id = registered.text("id");
        Client noor = shop.as(login, "a long secret 42");
        assertThat(noor.get("/api/v1/accounts/" + id).code()).isEqualTo("not-verified");

        community.verified(id, "Member");
        community.deposit(id, 2_000);
        long product = community.product(150);
        Answer bought = community.buy(noor, id, product, 3);

        assertThat(bought.status()).as(bought.toString()).isEqualTo(201);
        assertThat(bought.number("creditAfterMinor")).isEqualTo(1_550);
        assertThat(noor.get("/api/v1/accounts/" + id).number("creditMinor")).isEqualTo(1_550);
        assertThat(noor.get("/api/v1/accounts/%s/entries".formatted(id)).body().required("items"))
                .hasSize(2);
        // One piece was bought by the probe that waited for the product to be known.
        await().atMost(Community.SOON).until(() -> community.onHand(product) == -4);
    }

    @Test
    void aPurchaseIsRevokedAndReappliedAndEveryoneSeesExactBalances() {
        String member = community.member("Ferreira", "Member");
        community.deposit(member, 500);
        long product = community.product(200);
        long purchase = community
                .buy(community.admin(), member, product, 2)
                .body()
                .required("purchases")
                .get(0)
                .required("id")
                .asLong();

        Answer revoked = community
                .admin()
                .post("/api/v1/shelf-purchases/%d/revocations".formatted(purchase), "{\"revoked\":true}");
        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(201);
        assertThat(community.credit(member)).isEqualTo(500);
        await().atMost(Community.SOON).until(() -> community.onHand(product) == -1);

        community.admin().post("/api/v1/shelf-purchases/%d/revocations".formatted(purchase), "{\"revoked\":false}");
        assertThat(community.credit(member)).isEqualTo(100);
        assertThat(community
                        .admin()
                        .get("/api/v1/shelf-purchases/" + purchase)
                        .body()
                        .required("history"))
                .hasSize(2);
        await().atMost(Community.SOON).until(() -> community.onHand(product) == -3);
    }

    @Test
    void theTerminalBuysWithinTheDebtLimitOnly() {
        String member = community.member("Ansah", "Contender");
        community.deposit(member, 300);
        long product = community.product(150);
        Client kiosk = shop.as("kiosk");

        assertThat(community.buy(kiosk, member, product, 2).status()).isEqualTo(201);
        assertThat(community.buy(kiosk, member, product, 1).code()).isEqualTo("insufficient-credit");
        assertThat(community.credit(member)).isZero();
        assertThat(kiosk.get("/api/v1/deposits").code()).isEqualTo("forbidden");
    }

    @Test
    void aRetriedPurchaseHappensOnce() {
        String member = community.member("Okonkwo", "Member");
        long product = community.product(100);
        String key = UUID.randomUUID().toString();

        Answer first = community.admin().post("/api/v1/shelf-purchases", Community.cart(member, product, 1), key);
        Answer second = community.admin().post("/api/v1/shelf-purchases", Community.cart(member, product, 1), key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(community.credit(member)).isEqualTo(-100);
    }
}
