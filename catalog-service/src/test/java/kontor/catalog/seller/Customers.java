package kontor.catalog.seller;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Customers as identity-service tells of them, made from the example of the contract. */
public final class Customers {

    static final String TYPE = "kontor.identity.customers-state.v1";

    private static final String TOPIC = "kontor.identity.customers.v1";
    private static final AtomicLong IDS = new AtomicLong(5000);

    private final TopicWriter topics;
    private final TestDatabase database;

    public Customers(TopicWriter topics, TestDatabase database) {
        this.topics = topics;
        this.database = database;
    }

    /** A customer of two sites. */
    public record Customer(long id, Member member, long site, long mainSite) {}

    public Customer of(Member member) {
        Customer customer = new Customer(IDS.incrementAndGet(), member, IDS.incrementAndGet(), IDS.incrementAndGet());
        tell(customer, 1);
        return customer;
    }

    /** He has no profile any more. */
    public void forget(Customer customer) {
        tell(customer, 2, null);
        await("not exists (select from known_customer where id = ?)", customer.id());
    }

    private void tell(Customer customer, long version) {
        ObjectNode state =
                (ObjectNode) JsonMapper.shared().readTree(EventSchema.of(TYPE).example());
        state.put("customerId", customer.id())
                .put("memberId", customer.member().id().toString())
                .put("mainSiteId", customer.mainSite())
                .put("version", version);
        ((ObjectNode) state.at("/sites/0")).put("siteId", customer.site());
        ((ObjectNode) state.at("/sites/1")).put("siteId", customer.mainSite());
        tell(customer, version, state.toString());
        await("exists (select from known_customer where id = ? and version >= %d)".formatted(version), customer.id());
    }

    private void tell(Customer customer, long version, @Nullable String body) {
        topics.send(Fact.of(TOPIC, TYPE, customer.id(), version, body));
    }

    private void await(String condition, long id) {
        Awaitility.await(condition)
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.asOwner()
                        .sql("select " + condition)
                        .param(id)
                        .query((row, n) -> row.getBoolean(1))
                        .single());
    }
}
