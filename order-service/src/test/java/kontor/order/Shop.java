package kontor.order;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The shop around order-service: customers, goods, payment methods, and requests of all of them. */
public final class Shop {

    private static final AtomicLong NAMES = new AtomicLong(System.nanoTime() % 1_000_000);

    private final RestTestClient http;
    private final Members members;
    private final Neighbours neighbours;
    private final Bazaar bazaar;
    private @Nullable Member admin;
    private long method;

    public Shop(RestTestClient http, Members members, TestDatabase database, TopicWriter topics) {
        this.http = http;
        this.members = members;
        this.neighbours = new Neighbours(database, topics);
        this.bazaar = new Bazaar(this, topics);
    }

    /** A customer with two sites, the second of which is the main one. */
    public record Customer(Member member, long id, long site, long mainSite) {

        public String bearer() {
            return member.bearer();
        }
    }

    public Neighbours neighbours() {
        return neighbours;
    }

    public Bazaar bazaar() {
        return bazaar;
    }

    public Members members() {
        return members;
    }

    public Member admin() {
        if (admin == null) {
            admin = members.admin();
        }
        return admin;
    }

    /** A name that nobody used yet. */
    public static String named(String what) {
        return what + " " + Long.toString(NAMES.incrementAndGet(), 36);
    }

    public Customer customer() {
        return customer(members.verified());
    }

    /** This member gets a profile. */
    public Customer customer(Member member) {
        long id = Neighbours.nextId();
        Customer customer = new Customer(members.change(member.with("customerId", id)), id, 10 * id + 1, 10 * id + 2);
        neighbours.tell(customer, 1);
        return customer;
    }

    /** A payment method of 15 days, the same for all tests of a class. */
    public long method() {
        if (method == 0) {
            method = newMethod();
        }
        return method;
    }

    public long newMethod() {
        String body = """
                {"method": "%s", "deadlineDays": 15, "meansCode": "30"}""".formatted(named("Transfer"));
        return post(admin().bearer(), "/payment-methods", body).expect(201).id();
    }

    /** An order of these lines, each a product of its own at the price of 100 times its number. */
    public String order(Customer customer, int lines) {
        return order(
                customer,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> line(neighbours.product(100L * line, "27"), line))
                        .collect(Collectors.joining(", ")));
    }

    public String order(Customer customer, String lines) {
        return "{\"customerId\": %d, \"customerSiteId\": %d, \"paymentMethodId\": %d, \"lines\": [%s]}"
                .formatted(customer.id(), customer.site(), method(), lines);
    }

    public static String line(long productId, int amount) {
        return "{\"productId\": %d, \"amount\": %d}".formatted(productId, amount);
    }

    /** Places without waiting; the catalog says nothing yet. */
    public Answer submit(String bearer, String body) {
        return submit(bearer, UUID.randomUUID().toString(), body);
    }

    public Answer submit(String bearer, String key, String body) {
        return send(HttpMethod.POST, "/orders", bearer, body, headers -> {
            headers.set("Idempotency-Key", key);
            headers.set("Prefer", "wait=0");
        });
    }

    /** An order of this many items that the catalog has accepted. */
    public Answer placed(Customer customer, int lines) {
        return placed(customer, order(customer, lines));
    }

    public Answer placed(Customer customer, String body) {
        long id = submit(customer.bearer(), body).expect(202).id();
        neighbours.reserve(id);
        return order(id);
    }

    /** The order as admins see it. */
    public Answer order(long id) {
        return get(admin().bearer(), "/orders/" + id).expect(200);
    }

    public Answer move(long id, String status) {
        return post(admin().bearer(), "/orders/" + id + "/status", status(status));
    }

    public Answer moveItem(long id, long item, String status) {
        return post(admin().bearer(), "/orders/%d/items/%d/status".formatted(id, item), status(status));
    }

    public Answer cancel(String bearer, long id) {
        return post(bearer, "/orders/" + id + "/cancellation", "{}");
    }

    public static String status(String status) {
        return "{\"status\": \"%s\"}".formatted(status);
    }

    public Answer get(@Nullable String bearer, String path) {
        return send(HttpMethod.GET, path, bearer, null, headers -> {});
    }

    public Answer post(String bearer, String path, String body) {
        return post(bearer, path, UUID.randomUUID().toString(), body);
    }

    public Answer post(String bearer, String path, String key, String body) {
        return send(HttpMethod.POST, path, bearer, body, headers -> headers.set("Idempotency-Key", key));
    }

    /** An edit of what was last read with this ETag. */
    public Answer patch(String path, String etag, String body) {
        return send(HttpMethod.PATCH, path, admin().bearer(), body, headers -> headers.set("If-Match", etag));
    }

    /** An edit of what is read just before. */
    public Answer patch(String path, String body) {
        return patch(path, get(admin().bearer(), path).expect(200).etag(), body);
    }

    public Answer send(
            HttpMethod method,
            String path,
            @Nullable String bearer,
            @Nullable String body,
            Consumer<HttpHeaders> more) {
        String root = path.startsWith("/v3/") ? "" : "/api/v1";
        RestTestClient.RequestBodySpec request = http.method(method).uri(URI.create(root + path));
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        var result = request.headers(more).exchange().returnResult(String.class);
        @Nullable String text = result.getResponseBody();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), text == null ? "" : text);
    }

    /** What the log says of an order: actions with their details, oldest first. */
    public List<String> log(long id) {
        return neighbours
                .owner()
                .sql("select action || ' ' || detail from order_log where order_id = ? order by id")
                .param(id)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Actions written down for this thing, oldest first. */
    public List<String> audits(String targetType, long targetId) {
        return neighbours
                .owner()
                .sql("select action from audit where target_type = ? and target_id = ? order by id")
                .params(targetType, Long.toString(targetId))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
