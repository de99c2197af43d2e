package kontor.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop around the ledger: goods told by the catalog, callers with tokens, and what the books say. */
public final class Shop {

    private static final AtomicLong PRODUCT_IDS = new AtomicLong(1000);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestDatabase database;
    private final @Nullable TopicWriter topics;
    private final RestTestClient http;

    public Shop(TestDatabase database, @Nullable TopicWriter topics, RestTestClient http) {
        this.database = database;
        this.topics = topics;
        this.http = http;
    }

    /** An answer of the service. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        public String code() {
            return body.path("code").asString("");
        }

        public long id() {
            return body.path("id").asLong();
        }
    }

    /** A product as the catalog tells it. */
    public record Product(
            long id, long net, String vat, boolean active, boolean forSale, boolean revocable, long version) {

        public Product net(long minor) {
            return new Product(id, minor, vat, active, forSale, revocable, version + 1);
        }

        public Product inactive() {
            return new Product(id, net, vat, false, forSale, revocable, version + 1);
        }

        public Product notForSale() {
            return new Product(id, net, vat, active, false, revocable, version + 1);
        }

        public Product notRevocable() {
            return new Product(id, net, vat, active, forSale, false, version + 1);
        }
    }

    /** An active product for sale, revocable. */
    public Product product(long net, String vat) {
        return tell(new Product(PRODUCT_IDS.incrementAndGet(), net, vat, true, true, true, 1));
    }

    /** Tells a state of a product and waits until the ledger knows it. */
    public Product tell(Product product) {
        return tell(product, "TRACKED");
    }

    /** The same with another way to keep its stock. */
    public Product tell(Product product, String stockPolicy) {
        String state = """
                {"productId": %d, "name": "Product %d", "barcode": null, "active": %b, "forSale": %b, "stockPolicy": "%s",
                 "revocable": %b, "priceMinor": %d, "grossPriceMinor": 0, "priceValidFrom": "2026-05-02T07:30:00Z",
                 "vatRateId": 3, "vatPercentage": %s, "categoryId": null, "categoryPath": [], "withdrawn": false,
                 "version": %d}""".formatted(
                        product.id(),
                        product.id(),
                        product.active(),
                        product.forSale(),
                        stockPolicy,
                        product.revocable(),
                        product.net(),
                        product.vat(),
                        product.version());
        Objects.requireNonNull(topics, "goods are told on Kafka")
                .send(Fact.of(
                        "kontor.catalog.products.v1",
                        "kontor.catalog.products-state.v1",
                        product.id(),
                        product.version(),
                        state));
        Awaitility.await("the ledger to know product " + product.id())
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.asOwner()
                                .sql("select count(*) from known_product where id = ? and version >= ?")
                                .params(product.id(), product.version())
                                .query((row, n) -> row.getLong(1))
                                .single()
                        == 1);
        return product;
    }

    public Answer post(String bearer, String path, String body) {
        return post(bearer, path, UUID.randomUUID().toString(), body);
    }

    public Answer post(String bearer, String path, @Nullable String key, String body) {
        return send(HttpMethod.POST, bearer, path, key, body);
    }

    public Answer get(String bearer, String path) {
        return send(HttpMethod.GET, bearer, path, null, null);
    }

    /** An edit of what was last read with this ETag. */
    public Answer patch(@Nullable String bearer, String path, @Nullable String etag, String body) {
        return send(HttpMethod.PATCH, bearer, path, etag, body);
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
        RestTestClient.RequestBodySpec request = http.method(method).uri(path);
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        if (condition != null) {
            request.header(method.equals(HttpMethod.PATCH) ? "If-Match" : "Idempotency-Key", condition);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        EntityExchangeResult<String> result =
                request.exchange().expectBody(String.class).returnResult();
        @Nullable String text = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                result.getResponseHeaders(),
                text == null || !isJson(result) ? JSON.missingNode() : JSON.readTree(text));
    }

    private static boolean isJson(EntityExchangeResult<String> result) {
        return String.valueOf(result.getResponseHeaders().getContentType()).contains("json");
    }

    /** One line for the caller himself. */
    public Answer buy(Member buyer, Product product, int amount) {
        return buy(buyer, UUID.randomUUID().toString(), product, amount);
    }

    public Answer buy(Member buyer, String key, Product product, int amount) {
        return post(buyer.bearer(), "/api/v1/shelf-purchases", key, cart(product, amount));
    }

    public static String cart(Product product, int amount) {
        return "{\"lines\": [{\"productId\": %d, \"amount\": %d}]}".formatted(product.id(), amount);
    }

    public Answer deposit(Member admin, Member member, long amountMinor) {
        return post(
                admin.bearer(),
                "/api/v1/deposits",
                "{\"memberId\": \"%s\", \"amountMinor\": %d, \"comment\": \"cash\"}"
                        .formatted(member.id(), amountMinor));
    }

    public long credit(Member member) {
        return database.asOwner()
                .sql("select balance_minor from account where kind = 'MEMBER' and owner = ?")
                .param(member.id().toString())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Entries of the member's account, newest last. */
    public List<Long> entries(Member member) {
        return database.asOwner()
                .sql("""
                        select e.amount_minor from entry e join account a on a.id = e.account_id
                        where a.kind = 'MEMBER' and a.owner = ? order by e.account_version
                        """)
                .param(member.id().toString())
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Entries of a transfer, as {@code kind owner amount}. */
    public Stream<String> posted(String businessRef) {
        return database.asOwner().sql("""
                        select a.kind || ' ' || a.owner || ' ' || e.amount_minor
                        from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                        where t.business_ref = ?
                        """).param(businessRef).query((row, n) -> row.getString(1)).list().stream();
    }

    /** Actions written down for this thing, oldest first. */
    public List<String> audits(String targetType, long targetId) {
        return database.asOwner()
                .sql("select action from audit where target_type = ? and target_id = ? order by id")
                .params(targetType, Long.toString(targetId))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Sum of all entries of all accounts: always 0. */
    public long sumOfAllEntries() {
        return database.asOwner()
                .sql("select coalesce(sum(amount_minor), 0) from entry")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    public static String kiosk() {
        return Tokens.kiosk()
                .claim("preferred_username", "service-account-kontor-kiosk")
                .repeatedBearer();
    }
}
