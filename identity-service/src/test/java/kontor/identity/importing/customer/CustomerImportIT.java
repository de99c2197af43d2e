package kontor.identity.importing.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kontor.identity.Community;
import kontor.identity.IdentityTest;
import kontor.identity.Retail;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.testkit.EventSchema;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicReader.Message;
import kontor.testkit.probe.Statements;
import kontor.testkit.trial.Together;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers of a retail shop, as members with profile and sites. */
@IdentityTest
class CustomerImportIT {

    /** Of any request, however many rows it has; each customer is told of by two events. */
    private static final int STATEMENTS_MOST = 60;

    private final Shop shop;
    private final Retail retail;
    private final TopicReader topics;
    private final TestDatabase database;

    CustomerImportIT(RestTestClient http, TestDatabase database, TopicReader topics) {
        shop = Shop.founded(http, database);
        retail = new Retail(shop);
        this.topics = topics;
        this.database = database;
    }

    @Test
    void becomeVerifiedMembersOfTheDefaultRank() {
        String externalId = Community.externalId();

        Community.results(retail.customers(Retail.customer(externalId)));

        JsonNode member = only("/members?externalId=retail:" + externalId);
        assertThat(member.get("firstName").asString()).isEqualTo("Cody");
        assertThat(member.get("lastName").asString()).isEqualTo("Shelton");
        assertThat(member.get("login").asString()).isEqualTo("l" + externalId);
        assertThat(member.get("email").asString()).isEqualTo(externalId + "@example.org");
        assertThat(member.get("status").asString()).isEqualTo("VERIFIED");
        assertThat(member.get("rankId").asLong()).isEqualTo(Shop.MEMBER_RANK);
        assertThat(member.get("hasLogIn").asBoolean()).isFalse();
        JsonNode history = shop.get("/members/" + member.get("id").asString() + "/history", shop.admin())
                .body();
        assertThat(history.at("/verification/byAdminId").asString())
                .isEqualTo(shop.admin().id().toString());
    }

    @Test
    void keepTheirSitesAndTheMainOne() {
        String externalId = Community.externalId();

        long id = Community.results(retail.customers(Retail.customer(externalId)))
                .getFirst()
                .get("id")
                .asLong();

        JsonNode customer = only("/customers?externalId=retail:" + externalId);
        assertThat(customer.get("id").asLong()).isEqualTo(id);
        assertThat(customer.get("bankAccount").asString()).isEqualTo("16489665-05899845");
        JsonNode main = only("/customers/%d/sites?externalId=retail:b%s".formatted(id, externalId));
        assertThat(main.get("id")).isEqualTo(customer.get("mainSiteId"));
        assertThat(main.get("country").asString()).isEqualTo("HU");
        assertThat(main.get("street").asString()).isEqualTo("Andrássy út 22.");
        assertThat(only("/customers/%d/sites?externalId=retail:a%s".formatted(id, externalId))
                        .get("id"))
                .isNotEqualTo(main.get("id"));
    }

    @Test
    void areToldOfOnceAsImported() {
        JsonNode result = Community.results(retail.customers(Retail.customer(Community.externalId())))
                .getFirst();
        String id = result.get("id").asString();

        Message fact = told("kontor.identity.customer.v1", id, 1).getFirst();
        Message state = told("kontor.identity.customers.v1", id, 1).getFirst();
        String memberId = body(state).get("memberId").asString();
        List<Message> members = told("kontor.identity.members.v1", memberId, 1);
        List<Message> facts = told("kontor.identity.member.v1", memberId, 2);

        assertThat(fact.type()).isEqualTo("kontor.identity.customer-created.v1");
        assertThat(List.of(fact.sequence(), state.sequence())).containsExactly(1L, 1L);
        assertThat(body(state).get("sites")).hasSize(2);
        assertThat(body(members.getLast()).get("customerId").asString()).isEqualTo(id);
        assertThat(body(members.getLast()).get("verified").asBoolean()).isTrue();
        assertThat(members).hasSize(1);
        assertThat(facts)
                .extracting(Message::type)
                .containsExactly("kontor.identity.member-registered.v1", "kontor.identity.member-verified.v1");
        assertThat(List.of(fact, state, members.getLast(), facts.getFirst(), facts.getLast()))
                .allSatisfy(message -> {
                    EventSchema.of(message.type()).assertValid(String.valueOf(message.value()));
                    assertThat(message.headers()).containsEntry("ce_imported", "true");
                    assertThat(String.valueOf(message.value())).doesNotContain("16489665", "@example.org");
                });
    }

    @Test
    void goOnLikeAnyOtherCustomer() {
        JsonNode result = Community.results(retail.customers(Retail.customer(Community.externalId())))
                .getFirst();
        String path = "/customers/" + result.get("id").asString();

        Answer added = shop.post(
                path + "/sites", shop.admin(), "{\"zipCode\":\"1\",\"city\":\"Graz\",\"street\":\"Gasse 1\"}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(told("kontor.identity.customer.v1", result.get("id").asString(), 2))
                .extracting(Message::sequence)
                .containsExactly(1L, 2L);
        assertThat(told("kontor.identity.customers.v1", result.get("id").asString(), 2))
                .extracting(Message::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void areThereOnceHoweverOftenTheyAreSent() {
        String row = Retail.customer(Community.externalId());

        List<Answer> answers = Together.all(Collections.nCopies(3, () -> retail.customers(row)));

        assertThat(answers.stream()
                        .map(answer -> Community.results(answer).getFirst())
                        .map(result -> result.get("outcome").asString()))
                .containsExactlyInAnyOrder("CREATED", "UNCHANGED", "UNCHANGED");
        String before = rows();
        assertThat(Community.results(retail.customers(row.replace("Cody", "Other")))
                        .getFirst()
                        .get("outcome")
                        .asString())
                .isEqualTo("UNCHANGED");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void areRefusedTogetherForOneRow() {
        String known = Community.externalId();
        Community.results(retail.customers(Retail.customer(known)));
        String one = Community.externalId();
        String other = Community.externalId();
        String good = Retail.customer(one);
        String before = rows();

        refused(
                "duplicate",
                "/customers/1/login",
                good,
                Retail.customer(other).replace("l" + other, "L" + known.toUpperCase(Locale.ROOT)));
        refused("duplicate", "/customers/1/login", good, Retail.customer(other).replace("l" + other, "l" + one));
        refused("duplicate", "/customers/1/email", good, Retail.customer(other).replace(other + "@", known + "@"));
        refused("duplicate", "/customers/1/externalId", good, good);
        refused(
                "duplicate",
                "/customers/1/sites/0/externalId",
                good,
                Retail.customer(other).replace("\"a" + other, "\"a" + known));
        refused(
                "duplicate",
                "/customers/1/sites/1/externalId",
                good,
                Retail.customer(other).replace("\"b" + other, "\"a" + other));
        refused(
                "unknown-reference",
                "/customers/1/mainSiteExternalId",
                good,
                Retail.customer(other).replace("ExternalId\":\"b", "ExternalId\":\"x"));
        assertThat(rows()).isEqualTo(before);
    }

    private void refused(String code, String pointer, String... rows) {
        Answer answer = retail.customers(rows);

        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void takeFewStatements() {
        String[] rows = IntStream.range(0, 10)
                .mapToObj(i -> Retail.customer(Community.externalId()))
                .toArray(String[]::new);

        assertThat(Statements.of(() -> Shop.require(retail.customers(rows))))
                .isNotEmpty()
                .hasSizeLessThan(STATEMENTS_MOST);
    }

    @Test
    void haveTheirAuditRows() {
        JsonNode result = Community.results(retail.customers(Retail.customer(Community.externalId())))
                .getFirst();

        assertThat(shop.get("/audit/identity?targetId=" + result.get("id").asString(), shop.admin())
                        .body()
                        .get("items"))
                .extracting(row -> row.get("action").asString())
                .contains("import-customer");
    }

    private JsonNode only(String list) {
        Answer answer = shop.get(list, shop.admin());
        assertThat(answer.body().get("items")).hasSize(1);
        return answer.body().get("items").get(0);
    }

    private List<Message> told(String topic, String key, int atLeast) {
        return Awaitility.await(topic + " of " + key)
                .atMost(Duration.ofSeconds(20))
                .until(() -> topics.all(topic, key), all -> all.size() >= atLeast);
    }

    private static JsonNode body(Message message) {
        return JsonMapper.shared().readTree(String.valueOf(message.value()));
    }

    private String rows() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) || '/' || sum(version) || '/' || sum(fact_version)
                                from member),
                            (select count(*) from customer), (select count(*) from customer_site),
                            (select count(*) from rank_change), (select count(*) from member_verification),
                            (select count(*) from audit))
                        """).query((row, n) -> row.getString(1)).single();
    }
}
