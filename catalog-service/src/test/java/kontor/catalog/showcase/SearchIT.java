package kontor.catalog.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** One small assortment, looked at from all sides; its names all contain a word that nobody else uses. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {

    private final String word = "w" + Long.toString(System.nanoTime(), 36);
    private final Shop shop;
    private final Members members;
    private long food;
    private long fruit;
    private long tag;
    private long off;

    SearchIT(RestTestClient http, Members members) {
        shop = new Shop(http, members);
        this.members = members;
    }

    @BeforeAll
    void fill() {
        food = shop.category(null);
        fruit = shop.category(food);
        tag = shop.tag(true);
        off = shop.tag(false);
        product("apple 100%", Map.of("priceMinor", 300, "categoryId", fruit, "tagIds", List.of(tag)), 5);
        product("Banana_", Map.of("priceMinor", 100, "categoryId", fruit, "barcode", word + "-123"), 10);
        product("cherry", Map.of("priceMinor", 200, "categoryId", food, "tagIds", List.of(tag, off)), 0);
        product(
                "Date",
                Map.of(
                        "priceMinor",
                        400,
                        "stockPolicy",
                        "UNTRACKED",
                        "descriptionXml",
                        "<product><recommended_age>5-12 y</recommended_age></product>"),
                0);
        product("elder", Map.of("priceMinor", 50, "active", false, "categoryId", fruit), 1);
    }

    private void product(String name, Map<String, ?> fields, int pieces) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("name", name + " " + word);
        long id = shop.productId(all);
        if (pieces > 0) {
            shop.postOnce("/products/" + id + "/stock-corrections", Map.of("delta", pieces, "reason", "opening"))
                    .expect(201);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | apple,Banana_,cherry,Date",
                "&sort=-name                     | Date,cherry,Banana_,apple",
                "&sort=priceMinor                | Banana_,cherry,apple,Date",
                "&sort=-priceMinor&limit=2       | Date,apple",
                "&sort=createdAt                 | apple,Banana_,cherry,Date",
                "&forSale=false                  | cherry",
                "&forSale=true                   | apple,Banana_,Date",
                "&stockPolicy=UNTRACKED          | Date",
                "&categoryId={fruit}             | apple,Banana_",
                "&categoryId={food}              | cherry",
                "&categoryId={food}&descendants=true | apple,Banana_,cherry",
                "&categoryId={food}&categoryId={fruit} | apple,Banana_,cherry",
                "&tagId={tag}                    | apple,cherry",
                "&tagId={tag}&forSale=true       | apple",
                "&recommendedAge=5-12            | Date",
                "&barcode=-12                    | Banana_",
                "&active=any                     | apple,Banana_,cherry,Date,elder",
                "&active=false                   | elder",
                "&active=any&categoryId={fruit}  | apple,Banana_",
                "&name=DATE                      | apple,Banana_,cherry,Date",
                "&externalId=retail:1            | ''"
            })
    void findsForAnybody(String query, String expected) {
        assertThat(names(list(query, null))).isEqualTo(words(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&minStock=5                     | apple,Banana_",
                "&sort=-onHand                   | Banana_,apple,cherry,Date",
                "&sort=stockValue                | Date,cherry,Banana_,apple",
                "&active=any&categoryId={fruit}  | apple,Banana_,elder",
                "&active=any&sort=priceMinor     | elder,Banana_,cherry,apple,Date"
            })
    void findsForAdmins(String query, String expected) {
        assertThat(names(list(query, shop.admin()))).isEqualTo(words(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minStock=1", "sort=onHand", "sort=-stockValue"})
    void sortsAndFiltersNobodyElseByStock(String query) {
        shop.get("/products?" + query).refused(400, "unknown-parameter");
        shop.get("/products?" + query, members.verified()).refused(400, "unknown-parameter");
    }

    @Test
    void hidesThePriceOfInactiveOnesFromTheOrderToo() {
        assertThat(names(list("&active=any&sort=priceMinor", null)))
                .containsExactly("elder", "Banana_", "cherry", "apple", "Date");
        JsonNode elder = list("&active=false", null).body().get("items").get(0);
        assertThat(elder.get("priceMinor").isNull()).isTrue();
    }

    @Test
    void takesWildcardsLiterally() {
        assertThat(shop.get("/products?name=100%25%20" + word).body().get("items"))
                .hasSize(1);
        assertThat(shop.get("/products?name=Banana_%20" + word).body().get("items"))
                .hasSize(1);
        assertThat(shop.get("/products?name=a%25" + word).body().get("items")).isEmpty();
        assertThat(shop.get("/products?name=c_erry%20" + word).body().get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "-name", "priceMinor", "-priceMinor", "onHand", "-onHand", "stockValue", "createdAt"})
    void pagesWithoutGapOrDouble(String sort) {
        List<String> whole = names(list("&active=any&sort=" + sort, shop.admin()));
        List<String> paged = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Answer page = list("&active=any&limit=2&sort=" + sort + cursor, shop.admin());
            paged.addAll(names(page));
            JsonNode next = page.body().get("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }

        assertThat(paged).isEqualTo(whole).hasSize(5);
    }

    @Test
    void countsWhenAsked() {
        assertThat(list("&count=true&limit=1", null).body().get("total").asInt())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, invalid-field",
        "limit=101, invalid-field",
        "colour=red, unknown-parameter",
        "sort=colour, unknown-parameter",
        "cursor=junk, invalid-cursor",
        "active=maybe, invalid-field",
        "tagId=x, invalid-field",
        "tagId=99999999999999999999, invalid-field",
        "minStock=1.5, unknown-parameter",
        "forSale=yes, invalid-field",
        "name=, invalid-field",
        "stockPolicy=tracked, invalid-field"
    })
    void refusesWhatItDoesNotOffer(String query, String code) {
        shop.get("/products?" + query).refused(400, code);
    }

    @Test
    void bindsACursorToItsListAndCaller() {
        String cursor = list("&limit=1", null).body().get("next").asString();

        list("&limit=1&sort=-name&cursor=" + cursor, null).refused(400, "invalid-cursor");
        list("&limit=1&cursor=" + cursor, shop.admin()).refused(400, "invalid-cursor");
    }

    @Test
    void givesHarmlessCsv() {
        String name = "=HYPERLINK " + Shop.named("csv");
        shop.product(Map.of("name", name)).expect(201);

        Answer answer = shop.send(
                HttpMethod.GET,
                "/products?name=" + name.replace("=", "%3D").replace(" ", "%20"),
                null,
                null,
                headers -> headers.set(HttpHeaders.ACCEPT, "text/csv"));

        assertThat(answer.expect(200).text()).contains("'=HYPERLINK").startsWith("id,version,name");
    }

    private Answer list(String query, @Nullable Member caller) {
        String path = "/products?name=" + word
                + query.replace("{food}", "" + food)
                        .replace("{fruit}", "" + fruit)
                        .replace("{tag}", "" + tag)
                        .replace("&name=DATE", "&name=" + word.toUpperCase(Locale.ROOT));
        return caller == null ? shop.get(path) : shop.get(path, caller);
    }

    private static List<String> names(Answer answer) {
        return answer.expect(200)
                .body()
                .get("items")
                .valueStream()
                .map(row -> row.get("name").asString().split(" ", 2)[0])
                .toList();
    }

    private static List<String> words(String list) {
        return Stream.of(list.split(",", -1)).filter(word -> !word.isEmpty()).toList();
    }
}
