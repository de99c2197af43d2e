package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Order(2)
@ExtendWith(ShopExtension.class)
class RightsIT {

    private static final String SECRET = "a long secret 42";

    private final Shop shop;
    private final Community community;

    RightsIT(Shop shop) {
        this.shop = shop;
        this.community = Community.of(shop);
    }

    @Test
    void aDemotedAdminLosesHisRightsEverywhereThoughHisTokenIsValid() {
        String login = "a" + UUID.randomUUID().toString().substring(0, 8);
        String id = shop.anyone()
                .post(
                        "/api/v1/members",
                        "{\"lastName\":\"Brandt\",\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, SECRET))
                .text("id");
        community.verified(id, "Member");
        Client second = shop.as(login, SECRET);
        change(id, true);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> second.get("/api/v1/deposits?limit=1").status() == 200
                        && second.get("/api/v1/audit/catalog?limit=1").status() == 200);

        change(id, false);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> second.get("/api/v1/audit/ledger?limit=1").status() == 403
                        && second.get("/api/v1/audit/catalog?limit=1").status() == 403
                        && second.get("/api/v1/audit/order?limit=1").status() == 403);
    }

    @Test
    void nobodySeesAnothersAccount() {
        Client ben = shop.as("ben");
        String cleo = shop.as("cleo").get("/api/v1/members/me").text("id");

        assertThat(ben.get("/api/v1/accounts/" + cleo).status()).isEqualTo(404);
        assertThat(ben.get("/api/v1/accounts/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(shop.anyone().get("/api/v1/accounts/" + cleo).code()).isEqualTo("unauthenticated");
    }

    @Test
    void maintenanceLetsOnlyAdminsPassAlsoAfterARestart() {
        assertThat(community
                        .admin()
                        .put("/api/v1/maintenance", "{\"on\":true,\"message\":\"stock-taking\"}")
                        .status())
                .isEqualTo(200);
        try {
            await().atMost(Community.SOON)
                    .until(() -> shop.anyone().get("/api/v1/products").code().equals("maintenance"));
            assertThat(shop.as("ben").get("/api/v1/products").status()).isEqualTo(503);
            assertThat(community.admin().get("/api/v1/products").status()).isEqualTo(200);
            assertThat(shop.anyone().get("/api/v1/maintenance").status()).isEqualTo(200);

            shop.awaitReturn("gateway", shop.kill("gateway"));
            assertThat(shop.anyone().get("/api/v1/products").code()).isEqualTo("maintenance");
        } finally {
            community.admin().put("/api/v1/maintenance", "{\"on\":false}");
        }
        await().atMost(Community.SOON)
                .until(() -> shop.anyone().get("/api/v1/products").status() == 200);
    }

    private void change(String memberId, boolean admin) {
        assertThat(community
                        .admin()
                        .post("/api/v1/members/%s/admin-changes".formatted(memberId), "{\"admin\":%s}".formatted(admin))
                        .status())
                .isEqualTo(201);
    }
}
