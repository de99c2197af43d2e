package kontor.invoice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop around the invoices: customers and goods as others tell of them, callers with tokens, stored rows. */
public final class Shop {

    public static final String INVOICES = "kontor.invoice.invoice.v1";

    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
    private static final AtomicLong NUMBERS = new AtomicLong(1_000);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database;
    private final TopicWriter topics;
    private final Calls calls;
    private final Members members;

    public Shop(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        this.database = database;
        this.topics = topics;
        calls = new Calls(http);
        this.members = members;
    }

    /** An answer of the service. */
    public record Answer(int status, HttpHeaders headers, JsonNode body, String octets) {

        /** The body as it came. */
        public byte[] bytes() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String code() {
            return body.path("code").asString("");
        }

        public long id() {
            return body.path("id").asLong();
        }

        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }

        /** Items of a list. */
        public List<JsonNode> items() {
            return body.path("items").valueStream().toList();
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("%d instead of %d: %s".formatted(status, expected, body));
            }
            return this;
        }
    }

    /** A member with a customer profile; his main site is the first. */
    public record Customer(
            long id, Member member, String name, @Nullable String taxIdentifier, List<Site> sites) {

        public Customer at(Site... newSites) {
            return new Customer(id, member, name, taxIdentifier, List.of(newSites));
        }

        public Customer called(String newName) {
            return new Customer(id, member, newName, taxIdentifier, sites);
        }
    }

    /** Where a customer is. */
    public record Site(long id, String city) {}

    public Member admin() {
        return members.admin();
    }

    /** A member without customer profile. */
    public Member stranger() {
        return members.verified();
    }

    public Customer customer() {
        return tell(unheardOf());
    }

    /** One of whom nothing is told yet. */
    public Customer unheardOf() {
        long id = number();
        Member member = members.change(members.verified().with("customerId", id));
        return new Customer(id, member, "Cleo Nagy", "12345678-2-41", List.of(site("Vienna")));
    }

    public Site site(String city) {
        return new Site(number(), city);
    }

    /** Tells the state of a customer and waits until it is known. */
    public Customer tell(Customer customer) {
        Map<String, @Nullable Object> state = new HashMap<>();
        long version = number();
        state.put("customerId", customer.id());
        state.put("memberId", customer.member().id());
        state.put("name", customer.name());
        state.put("taxIdentifier", customer.taxIdentifier());
        state.put("mainSiteId", customer.sites().getFirst().id());
        state.put(
                "sites",
                customer.sites().stream()
                        .map(site -> Map.of(
                                "siteId",
                                site.id(),
                                "zipCode",
                                "1010",
                                "city",
                                site.city(),
                                "street",
                                "Ring 1",
                                "country",
                                "AT"))
                        .toList());
        state.put("version", version);
        topics.send(Fact.of(
                "kontor.identity.customers.v1",
                "kontor.identity.customers-state.v1",
                customer.id(),
                version,
                JSON.writeValueAsString(state)));
        awaitCount("select count(*) from known_customer where id = ? and version >= ?", customer.id(), version);
        return customer;
    }

    /** A new product with this VAT percentage. */
    public long product(String name, String vat) {
        return tellProduct(number(), name, vat);
    }

    /** Tells the state of a product and waits until it is known. */
    public long tellProduct(long id, String name, String vat) {
        long version = number();
        topics.send(Fact.of(
                "kontor.catalog.products.v1",
                "kontor.catalog.products-state.v1",
                id,
                version,
                "{\"productId\": %d, \"name\": \"%s\", \"vatPercentage\": %s, \"version\": %d}"
                        .formatted(id, name, vat, version)));
        awaitCount("select count(*) from known_product where id = ? and version >= ?", id, version);
        return id;
    }

    /** A new issuer, in effect from now on, whose series starts at 1. */
    public long issuer() {
        return post(admin().bearer(), "/api/v1/issuers", issuerBody(""))
                .expect(201)
                .id();
    }

    /**
     * A company.
     *
     * @param further more fields, each with a leading comma
     */
    public static String issuerBody(String further) {
        return """
                {"name": "Kontor Shop Ltd.", "zipCode": "1119", "city": "Budapest", "street": "Main street 23",
                 "taxIdentifier": "15684995-2-32",
                 "bankAccount": "HU42117730161111101800000000"%s}""".formatted(further);
    }

    /** Above all earlier ones. */
    public long number() {
        return NUMBERS.incrementAndGet();
    }

    public void awaitCount(String sql, Object... params) {
        Awaitility.await(sql)
                .atMost(HEARD_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count(sql, params) > 0);
    }

    public long count(String sql, Object... params) {
        return database.asOwner().sql(sql).params(params).query(Long.class).single();
    }

    /** Actions written down for this thing, oldest first. */
    public List<String> audits(String targetType, long targetId) {
        return database.asOwner()
                .sql("select action from audit where target_type = ? and target_id = ? order by id")
                .params(targetType, Long.toString(targetId))
                .query((row, n) -> row.getString(1))
                .list();
    }

    public Answer post(String bearer, String path, String body) {
        return send(HttpMethod.POST, bearer, path, UUID.randomUUID().toString(), body);
    }

    public Answer get(String bearer, String path) {
        return send(HttpMethod.GET, bearer, path, null, null);
    }

    /**
     * Sends it as it is.
     *
     * @param condition idempotency key of a POST, ETag of a PATCH
     */
    public Answer send(
            HttpMethod method,
            @Nullable String bearer,
            String path,
            @Nullable String condition,
            @Nullable String body) {
        return send(method, bearer, path, condition, body, Map.of());
    }

    public Answer send(
            HttpMethod method,
            @Nullable String bearer,
            String path,
            @Nullable String condition,
            @Nullable String body,
            Map<String, String> headers) {
        return calls.send(method, bearer, path, condition, body, headers);
    }
}
