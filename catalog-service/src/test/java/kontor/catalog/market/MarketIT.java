package kontor.catalog.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.listing.Stall;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class MarketIT {

    private final Shop shop;
    private final Members members;
    private final Stall stall;

    MarketIT(RestTestClient http, Members members) {
        shop = new Shop(http, members);
        this.members = members;
        stall = new Stall(shop, members.verified());
    }

    @Test
    void showsEverybodyWhatCanBeBoughtAndSellersTheirOwn() {
        long draft = stall.draft(1);
        long active = stall.active(1);
        long closed = stall.active(1);
        stall.move(closed, "CLOSED").expect(200);
        String mine = "/listings?sort=createdAt&sellerId=" + stall.seller().id();
        Member stranger = members.verified();

        assertThat(ids(shop.get(mine))).containsExactly(active);
        assertThat(ids(shop.get(mine, stranger))).containsExactly(active);
        assertThat(ids(shop.get(mine, stall.seller()))).containsExactly(draft, active, closed);
        assertThat(ids(shop.get(mine, shop.admin()))).containsExactly(draft, active, closed);
        assertThat(ids(shop.get(mine + "&status=DRAFT", stall.seller()))).containsExactly(draft);
        assertThat(ids(shop.get(mine + "&status=DRAFT&status=CLOSED", shop.admin())))
                .containsExactly(draft, closed);
        assertThat(ids(shop.get(mine + "&status=DRAFT", stranger))).isEmpty();
        for (long hidden : List.of(draft, closed)) {
            shop.get("/listings/" + hidden).refused(404, "not-found");
            shop.get("/listings/" + hidden, stranger).refused(404, "not-found");
            shop.get("/listings/" + hidden, stall.seller()).expect(200);
            shop.get("/listings/" + hidden, shop.admin()).expect(200);
        }
    }

    /** ADR 048. */
    @Test
    void tellsOnlySellerAndAdminsWhereTheSellerLives() {
        long id = stall.active(1);

        assertThat(shop.get("/listings/" + id).body().get("shipFrom").isNull()).isTrue();
        assertThat(shop.get("/listings/" + id, members.verified()).text()).doesNotContain("Kossuth");
        assertThat(shop.get("/listings?sellerId=" + stall.seller().id()).text())
                .contains("\"country\":\"HU\"")
                .doesNotContain("Kossuth");
        assertThat(shop.get("/listings/" + id, shop.admin()).text()).contains("Kossuth");
    }

    @Test
    void findsByTitleKindAndProduct() {
        long category = shop.category(null);
        long product = shop.productId(Map.of());
        String title = Shop.named("Blue%cup");
        long id = publish(Map.of("title", title, "categoryId", category, "productId", product));
        publish(Map.of("title", Shop.named("Saucer"), "categoryId", category));
        String word = title.substring(5).replace(" ", "%20").toUpperCase(Locale.ROOT);

        assertThat(ids(shop.get("/listings?title=" + word))).containsExactly(id);
        assertThat(ids(shop.get("/listings?title=Blue%25cup&categoryId=" + category)))
                .containsExactly(id);
        assertThat(ids(shop.get("/listings?title=Blu_&categoryId=" + category))).isEmpty();
        assertThat(ids(shop.get("/listings?productId=" + product))).containsExactly(id);
        assertThat(ids(shop.get("/listings?categoryId=" + category + "&categoryId=0")))
                .hasSize(2);
        assertThat(ids(shop.get("/listings?externalId=market:1"))).isEmpty();
    }

    @Test
    void sortsByPriceAndAge() {
        long category = shop.category(null);
        long dear = publish(Map.of("categoryId", category, "unitPriceMinor", 300));
        long cheap = publish(Map.of("categoryId", category, "unitPriceMinor", 100));
        long middle = publish(Map.of("categoryId", category, "unitPriceMinor", 200));
        String list = "/listings?categoryId=" + category;

        assertThat(ids(shop.get(list))).as("newest first").containsExactly(middle, cheap, dear);
        assertThat(ids(shop.get(list + "&sort=createdAt"))).containsExactly(dear, cheap, middle);
        assertThat(ids(shop.get(list + "&sort=unitPriceMinor"))).containsExactly(cheap, middle, dear);
        Answer page = shop.get(list + "&sort=-unitPriceMinor&limit=2&count=true");
        assertThat(ids(page)).containsExactly(dear, middle);
        assertThat(page.body().get("total").asInt()).isEqualTo(3);
        String next = page.body().get("next").asString();
        assertThat(ids(shop.get(list + "&sort=-unitPriceMinor&limit=2&cursor=" + next)))
                .containsExactly(cheap);
    }

    private long publish(Map<String, ?> fields) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(Stall.complete(1));
        all.putAll(fields);
        long id = stall.offer(all).expect(201).id();
        stall.move(id, "ACTIVE").expect(200);
        return id;
    }

    private static List<Long> ids(Answer answer) {
        return answer.expect(200)
                .body()
                .get("items")
                .valueStream()
                .map((JsonNode item) -> item.get("id").asLong())
                .toList();
    }
}
