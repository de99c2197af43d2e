package kontor.identity.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@IdentityTest
class CustomerIT {

    private final Shop shop;
    private final TopicReader topics;

    CustomerIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        this.topics = topics;
    }

    @Test
    void hasItsFirstSiteAsMainSite() {
        Person member = shop.member();

        Answer opened = open(member, "Győr", "Pécs");

        assertThat(opened.status()).isEqualTo(201);
        JsonNode sites = sites(opened, member);
        assertThat(sites.findValuesAsString("city")).containsExactly("Győr", "Pécs");
        assertThat(sites.get(0).get("id")).isEqualTo(opened.body().get("mainSiteId"));
        assertThat(sites.get(0).get("country").asString()).isEqualTo("HU");
        assertThat(shop.get("/members/me", member).body().get("customerId"))
                .isEqualTo(opened.body().get("id"));
    }

    @Test
    void existsOncePerMemberHoweverManyRace() {
        Person member = shop.member();

        List<Answer> answers = Together.all(Collections.nCopies(8, () -> open(member, "Szeged")));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("duplicate"));
    }

    /** Example 4 of the domain page. */
    @Test
    void keepsItsMainSiteUntilAnotherIsNamed() {
        Person member = shop.member();
        Answer opened = open(member, "Győr", "Pécs");
        String path = "/customers/" + opened.body().get("id").asLong();
        long first = opened.body().get("mainSiteId").asLong();
        long second = sites(opened, member).get(1).get("id").asLong();

        assertThat(shop.delete(path + "/sites/" + first, member).code()).isEqualTo("main-site");
        Answer moved = shop.patch(path, member, "{\"mainSiteId\":%d}".formatted(second));
        assertThat(moved.body().get("mainSiteId").asLong()).isEqualTo(second);
        assertThat(shop.delete(path + "/sites/" + first, member).status()).isEqualTo(204);

        assertThat(shop.get(path + "/sites/" + first, member).code()).isEqualTo("not-found");
        assertThat(shop.patch(path, member, "{\"mainSiteId\":%d}".formatted(first))
                        .code())
                .isEqualTo("unknown-reference");
        String key = opened.body().get("id").asString();
        topics.await("kontor.identity.customer.v1", key, "kontor.identity.site-removed.v1");
        assertThat(topics.all("kontor.identity.customer.v1", key).stream().map(TopicReader.Message::sequence))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void hasOneLiveMainSiteWhateverIsDoneToItsSitesAtOnce() {
        Person member = shop.member();
        Shop.Profile profile = shop.profile(member);
        String path = "/customers/" + profile.id();
        for (int round = 0; round < 8; round++) {
            Answer customer = shop.get(path, member);
            long main = customer.body().get("mainSiteId").asLong();
            long added = shop.post(path + "/sites", member, site("Baja"))
                    .body()
                    .get("id")
                    .asLong();

            Map<String, String> read = Map.of("If-Match", String.valueOf(customer.etag()));
            String moved = "{\"mainSiteId\":%d}".formatted(added);
            List<Answer> answers = Together.all(List.of(
                    () -> shop.call(HttpMethod.PATCH, path, member.bearer(), moved, read),
                    () -> shop.delete(path + "/sites/" + added, member),
                    () -> shop.delete(path + "/sites/" + main, member)));

            List<Integer> statuses = answers.stream().map(Answer::status).toList();
            assertThat(statuses).allMatch(status -> status < 500);
            long now = shop.get(path, member).body().get("mainSiteId").asLong();
            assertThat(shop.get(path + "/sites/" + now, member).status())
                    .as("%s", statuses)
                    .isEqualTo(200);
        }
    }

    @Test
    void takesNoForeignMainSite() {
        Person member = shop.member();
        Answer opened = open(member, "Győr");
        Answer other = open(shop.member(), "Pécs");

        Answer refused = shop.patch(
                "/customers/" + opened.body().get("id").asLong(),
                member,
                "{\"name\":\"New\",\"mainSiteId\":%d}"
                        .formatted(other.body().get("mainSiteId").asLong()));

        assertThat(refused.code()).isEqualTo("unknown-reference");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/mainSiteId");
        assertThat(shop.get("/customers/" + opened.body().get("id").asLong(), member)
                        .body()
                        .get("name")
                        .asString())
                .isEqualTo("Cleo");
    }

    @Test
    void doesNotExistForOthers() {
        Answer opened = open(shop.member(), "Győr");
        Person other = shop.member();
        String path = "/customers/" + opened.body().get("id").asLong();
        String site = path + "/sites/" + opened.body().get("mainSiteId").asLong();

        for (String hidden : List.of(path, path + "/sites", site, "/customers/987654321")) {
            assertThat(shop.get(hidden, other).code()).as(hidden).isEqualTo("not-found");
        }
        assertThat(shop.delete(site, other).code()).isEqualTo("not-found");
        assertThat(shop.post(path + "/sites", other, site("Eger")).code()).isEqualTo("not-found");
    }

    @Test
    void keepsEachSiteUnderItsOwnVersion() {
        Person member = shop.member();
        Answer opened = open(member, "Győr");
        String sites = "/customers/" + opened.body().get("id").asLong() + "/sites";

        Answer added = shop.post(sites, member, site("Eger"));
        Answer edited = shop.patch(
                sites + "/" + added.body().get("id").asLong(), member, "{\"tel\":\"+36 1/2 (3)\",\"city\":\"Pécs\"}");

        assertThat(added.etag()).isEqualTo("\"1\"");
        assertThat(edited.etag()).isEqualTo("\"2\"");
        assertThat(edited.body().get("tel").asString()).isEqualTo("+36 1/2 (3)");
    }

    @Test
    void isOpenedByAnAdminForVerifiedMembersOnly() {
        Person newcomer = shop.newcomer();
        Person member = shop.member();
        String body = "{\"name\":\"By admin\",\"sites\":[%s]}".formatted(site("Győr"));

        assertThat(shop.post("/members/" + newcomer.id() + "/customer", shop.admin(), body)
                        .code())
                .isEqualTo("member-not-verified");
        assertThat(shop.post("/members/" + member.id() + "/customer", shop.admin(), body)
                        .status())
                .isEqualTo(201);
        assertThat(shop.post("/members/me/customer", newcomer, body).code()).isEqualTo("not-verified");
    }

    @Test
    void isFoundByNameCityAndLogin() {
        String city = "City " + UUID.randomUUID();
        Answer one = open(shop.member(), "Győr", city);
        Answer two = open(shop.member(), city);

        Answer found = shop.get("/customers?city=" + city.substring(5), shop.admin());

        assertThat(found.body().get("items").findValuesAsString("id"))
                .containsExactly(
                        one.body().get("id").asString(), two.body().get("id").asString());
        List<JsonNode> ours = pairsIn(city);
        assertThat(ours).hasSize(1);
        assertThat(ours.getFirst().get("customerId")).isEqualTo(one.body().get("id"));
        assertThat(ours.getFirst().get("otherCustomerId")).isEqualTo(two.body().get("id"));
    }

    /** Of all pages: other customers share cities too. */
    private List<JsonNode> pairsIn(String city) {
        List<JsonNode> found = new ArrayList<>();
        String first = "/customers/same-city?limit=100";
        String page = first;
        while (page != null) {
            JsonNode pairs = shop.get(page, shop.admin()).body();
            pairs.get("items")
                    .valueStream()
                    .filter(pair -> pair.get("city").asString().equals(city))
                    .forEach(found::add);
            page = pairs.path("next").isNull()
                    ? null
                    : first + "&cursor=" + pairs.path("next").asString();
        }
        return found;
    }

    private Answer open(Person member, String... cities) {
        String sites =
                String.join(",", List.of(cities).stream().map(CustomerIT::site).toList());
        return shop.post(
                "/members/me/customer",
                member,
                "{\"name\":\"Cleo\",\"bankAccount\":\"HU42\",\"sites\":[%s]}".formatted(sites));
    }

    private JsonNode sites(Answer customer, Person caller) {
        return shop.get("/customers/" + customer.body().get("id").asLong() + "/sites", caller)
                .body()
                .get("items");
    }

    private static String site(String city) {
        return Shop.site(city);
    }
}
