package kontor.invoice.customer;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copy of the customers in step with identity-service. */
@Component
class CustomerListener {

    private static final String CONSUMER = "invoice.customers";

    private final Inbox inbox;
    private final KnownCustomers customers;

    CustomerListener(Inbox inbox, KnownCustomers customers) {
        this.inbox = inbox;
        this.customers = customers;
    }

    /** The fields of a customer's state that are used; removed sites are not among its sites. */
    record CustomerState(
            long customerId,
            UUID memberId,
            String name,
            @Nullable String taxIdentifier,
            long mainSiteId,
            List<Site> sites,
            long version) {}

    /** A live site. */
    record Site(long siteId, String zipCode, String city, String street, String country) {}

    @KafkaListener(topics = "kontor.identity.customers.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.isTombstone()) {
            customers.remove(idOf(message));
        } else {
            customers.keep(message.as(CustomerState.class));
        }
    }

    private static long idOf(Message message) {
        try {
            return Long.parseLong(message.key());
        } catch (NumberFormatException e) {
            throw new MalformedRecord("The key is no customer id.", e);
        }
    }
}
