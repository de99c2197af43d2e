package kontor.identity;

import java.util.Map;
import java.util.UUID;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers see it, with people in any position. All of them are made through the API. */
public final class Shop {

    /** Somebody and his token. */
    public record Person(UUID id, String subject, String bearer) {}

    /** What came back. */
    public record Answer(
            int status,
            JsonNode body,
            @Nullable String etag,
            @Nullable String location) {

        public String code() {
            return body.path("code").asString("");
        }
    }

    /** A customer profile with two sites. */
    public record Profile(long id, long mainSite, long otherSite) {}

    public static final long MEMBER_RANK = 1;
    public static final long INACTIVE_RANK = 4;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestTestClient http;
    private final TestDatabase database;

    public Shop(RestTestClient http, TestDatabase database) {
        this.http = http;
        this.database = database;
    }

    /** A shop that has its first admin, who registered before anybody else. */
    public static Shop founded(RestTestClient http, TestDatabase database) {
        Shop shop = new Shop(http, database);
        shop.admin();
        return shop;
    }

    public Answer get(String path, @Nullable Person caller) {
        return call(HttpMethod.GET, path, bearer(caller), null, Map.of());
    }

    public Answer post(String path, @Nullable Person caller, String body) {
        return call(HttpMethod.POST, path, bearer(caller), body, Map.of());
    }

    public Answer delete(String path, @Nullable Person caller) {
        return call(HttpMethod.DELETE, path, bearer(caller), null, Map.of());
    }

    /** Reads first, for the condition. */
    public Answer patch(String path, @Nullable Person caller, String body) {
        String etag = get(path, caller).etag();
        return call(HttpMethod.PATCH, path, bearer(caller), body, etag == null ? Map.of() : Map.of("If-Match", etag));
    }

    public Answer call(
            HttpMethod method,
            String path,
            @Nullable String bearer,
            @Nullable String body,
            Map<String, String> headers) {
        RestTestClient.RequestBodySpec request = http.method(method).uri("/api/v1" + path);
        if (bearer != null) {
            request = request.header("Authorization", bearer);
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        if (body != null) {
            boolean typed = headers.containsKey("Content-Type");
            request = typed ? request : request.header("Content-Type", "application/json");
            request.body(body);
        }
        var result = request.exchange().expectBody(byte[].class).returnResult();
        byte @Nullable [] bytes = result.getResponseBody();
        String text = bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        return new Answer(
                result.getStatus().value(),
                text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.valueToTree(text),
                result.getResponseHeaders().getFirst("ETag"),
                result.getResponseHeaders().getFirst("Location"));
    }

    /** The operations of the service as it tells them. */
    public JsonNode apiDocument() {
        byte @Nullable [] document = http.get()
                .uri("/v3/api-docs")
                .header("Authorization", admin().bearer())
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(document);
    }

    /** Registered with a log-in that Keycloak had before; unverified. */
    public Person newcomer() {
        String subject = UUID.randomUUID().toString();
        String bearer = Tokens.of(subject).repeatedBearer();
        Answer answer = call(HttpMethod.POST, "/members/me", bearer, """
                {"firstName":"Nina","lastName":"Newcomer"}\
                """, Map.of());
        return new Person(id(answer), subject, bearer);
    }

    /** Verified and active. */
    public Person member() {
        return verified(MEMBER_RANK);
    }

    /** Verified, in a rank that is not active. */
    public Person inactive() {
        return verified(INACTIVE_RANK);
    }

    public Person verified(long rankId) {
        Person person = newcomer();
        require(post("/members/" + person.id() + "/verification", admin(), rank(rankId)));
        return person;
    }

    /** A fresh admin besides the one who always stays. */
    public Person newAdmin() {
        Person person = member();
        require(post("/members/" + person.id() + "/admin-changes", admin(), "{\"admin\":true}"));
        return person;
    }

    /** Served at the kiosk only. */
    public UUID withoutLogIn() {
        return id(post("/members", null, "{\"lastName\":\"Kiosk-Only\"}"));
    }

    public Profile profile(Person owner) {
        Answer opened = post("/members/me/customer", owner, """
            {"name":"Cleo","bankAccount":"HU42","sites":[%s,%s]}\
            """.formatted(site("Győr"), site("Pécs")));
        require(opened);
        long id = opened.body().get("id").asLong();
        JsonNode sites = get("/customers/" + id + "/sites", owner).body().get("items");
        return new Profile(
                id, sites.get(0).get("id").asLong(), sites.get(1).get("id").asLong());
    }

    public static String site(String city) {
        return "{\"zipCode\":\"9021\",\"city\":\"%s\",\"street\":\"Fő utca 1\"}".formatted(city);
    }

    /** Active, without debt, held by nobody. */
    public long newRank() {
        Answer rank = post(
                "/ranks",
                admin(),
                "{\"name\":\"Rank %s\",\"debtLimitMinor\":0}"
                        .formatted(UUID.randomUUID().toString().substring(0, 13)));
        require(rank);
        return rank.body().get("id").asLong();
    }

    /** The first admin of this database, by claim; the same one in every test. */
    public Person admin() {
        synchronized (Shop.class) {
            return database.asOwner()
                    .sql("""
                        select m.id, m.subject from member m join admin_change a on a.member_id = a.by_admin_id
                            and a.member_id = m.id and a.is_admin and a.external_id is null
                        """)
                    .query((row, n) -> person(row.getObject(1, UUID.class), row.getString(2)))
                    .optional()
                    .orElseGet(this::claim);
        }
    }

    private Person claim() {
        Person first = newcomer();
        require(post("/members/me/admin-claim", first, ""));
        return first;
    }

    public static Person person(UUID id, String subject) {
        return new Person(id, subject, Tokens.of(subject).repeatedBearer());
    }

    public static String rank(long id) {
        return "{\"rankId\":%d}".formatted(id);
    }

    public static UUID id(Answer answer) {
        require(answer);
        return UUID.fromString(answer.body().get("id").asString());
    }

    public static void require(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("Arranging failed: " + answer);
        }
    }

    private static @Nullable String bearer(@Nullable Person caller) {
        return caller == null ? null : caller.bearer();
    }
}
