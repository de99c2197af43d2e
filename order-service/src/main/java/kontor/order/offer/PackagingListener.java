package kontor.order.offer;

import java.util.List;
import java.util.Objects;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the copy of the packagings in step with catalog-service. */
@Component
class PackagingListener {

    private static final String CONSUMER = "order.packagings";

    private final Inbox inbox;
    private final JdbcClient jdbc;

    PackagingListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What is used of PackagingChanged. */
    record Changed(
            long packagingId, String name, int lengthMm, int widthMm, int heightMm, int weightG, boolean active) {

        /** What does not fit can never be read and becomes a dead letter. */
        Changed {
            Objects.requireNonNull(name, "name");
            if (lengthMm < 1 || widthMm < 1 || heightMm < 1 || weightG < 0) {
                throw new IllegalArgumentException("A packaging without size.");
            }
        }
    }

    @KafkaListener(topics = "kontor.catalog.packaging.v1", groupId = CONSUMER)
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.inOrder(CONSUMER, poll, this::apply);
    }

    private void apply(Message message) {
        if (message.type().equals("kontor.catalog.packaging-changed.v1")) {
            keep(message.as(Changed.class));
        }
    }

    private void keep(Changed packaging) {
        jdbc.sql("""
                        insert into known_packaging (id, name, length_mm, width_mm, height_mm, weight_g, active)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, length_mm = excluded.length_mm,
                            width_mm = excluded.width_mm, height_mm = excluded.height_mm,
                            weight_g = excluded.weight_g, active = excluded.active
                        """)
                .params(
                        packaging.packagingId(),
                        packaging.name(),
                        packaging.lengthMm(),
                        packaging.widthMm(),
                        packaging.heightMm(),
                        packaging.weightG(),
                        packaging.active())
                .update();
    }
}
