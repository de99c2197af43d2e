package kontor.catalog.seller;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.store.SqlValues;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copy of the customers in step with identity-service. */
@Component
class CustomerListener {

    private static final String CONSUMER = "catalog.customers";

    private final Inbox inbox;
    private final JdbcClient jdbc;

    CustomerListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** The fields of a customer's state that are used. */
    record CustomerState(long customerId, UUID memberId, String name, List<SiteState> sites, long version) {}

    /** A live site. */
    record SiteState(
            long siteId,
            String street,
            String zipCode,
            String city,
            String country,
            @Nullable String tel) {}

    @KafkaListener(topics = "kontor.identity.customers.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.isTombstone()) {
            jdbc.sql("delete from known_customer where id = ?")
                    .param(idOf(message))
                    .update();
        } else {
            keep(message.as(CustomerState.class));
        }
    }

    private static long idOf(Message message) {
        try {
            return Long.parseLong(message.key());
        } catch (NumberFormatException e) {
            throw new MalformedRecord("The key is no customer id.", e);
        }
    }

    private void keep(CustomerState state) {
        jdbc.sql("""
                        insert into known_customer (id, member_id, name, version) values (?, ?, ?, ?)
                        on conflict (id) do update set member_id = excluded.member_id, name = excluded.name,
                            version = excluded.version
                        """)
                .params(state.customerId(), state.memberId(), state.name(), state.version())
                .update();
        jdbc.sql("delete from known_site where customer_id = ? and id <> all(?)")
                .params(
                        state.customerId(),
                        state.sites().stream().map(SiteState::siteId).toArray(Long[]::new))
                .update();
        state.sites().forEach(site -> keep(state.customerId(), site));
    }

    private void keep(long customerId, SiteState site) {
        jdbc.sql("""
                        insert into known_site (id, customer_id, street, zip_code, city, country, phone)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set street = excluded.street, zip_code = excluded.zip_code,
                            city = excluded.city, country = excluded.country, phone = excluded.phone
                        """)
                .params(SqlValues.of(
                        site.siteId(),
                        customerId,
                        site.street(),
                        site.zipCode(),
                        site.city(),
                        site.country(),
                        site.tel()))
                .update();
    }
}
