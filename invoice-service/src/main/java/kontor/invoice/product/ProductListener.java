package kontor.invoice.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copy of the products in step with catalog-service. */
@Component
class ProductListener {

    private static final String CONSUMER = "invoice.products";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Inbox inbox;
    private final JdbcClient jdbc;

    ProductListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** The fields of a product's state that are used; what was ordered is billed, withdrawn or not. */
    record ProductState(long productId, String name, BigDecimal vatPercentage, long version) {

        /** What does not fit can never be read and becomes a dead letter. */
        ProductState {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(vatPercentage, "vatPercentage");
            if (vatPercentage.signum() < 0 || vatPercentage.compareTo(HUNDRED) > 0 || vatPercentage.scale() > 2) {
                throw new IllegalArgumentException("VAT of " + vatPercentage + " %");
            }
        }
    }

    @KafkaListener(topics = "kontor.catalog.products.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.isTombstone()) {
            jdbc.sql("delete from known_product where id = ?")
                    .param(idOf(message))
                    .update();
        } else {
            keep(message.as(ProductState.class));
        }
    }

    private static long idOf(Message message) {
        try {
            return Long.parseLong(message.key());
        } catch (NumberFormatException e) {
            throw new MalformedRecord("The key is no product id.", e);
        }
    }

    private void keep(ProductState state) {
        jdbc.sql("""
                        insert into known_product (id, name, vat_percentage, version) values (?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, vat_percentage = excluded.vat_percentage,
                            version = excluded.version
                        """)
                .params(state.productId(), state.name(), state.vatPercentage(), state.version())
                .update();
    }
}
