package kontor.example.turnover;

import java.util.List;
import kontor.example.turnover.Memory.Sales;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What each product sold at the shelf: purchases less revoked ones, under the product's newest name. */
final class ShelfTurnover {

    static final String PURCHASES = "kontor.ledger.shelf-purchase.v1";
    static final String PRODUCTS = "kontor.catalog.products.v1";

    /** Tolerant: fields that are added later are ignored, and so are event types. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Memory memory;
    private final Streams streams;

    ShelfTurnover(Memory memory) {
        this.memory = memory;
        this.streams = new Streams(memory);
    }

    /** What is used of three events that have these fields in common. */
    private record Purchase(long productId, long amount, long totalMinor) {}

    private record Product(String name) {}

    void accept(ConsumerRecord<String, String> record) {
        try {
            Event event = Event.of(record);
            if (event.topic().equals(PURCHASES)) {
                streams.inOrder(event, this::count);
            } else {
                streams.newest(event, this::rename);
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            // One bad record stops its own stream at most.
            memory.unreadable().add("%s/%d/%d".formatted(record.topic(), record.partition(), record.offset()));
        }
    }

    private void count(Event event) {
        switch (event.type()) {
            case "kontor.ledger.shelf-purchase-made.v1", "kontor.ledger.shelf-purchase-reapplied.v1" ->
                add(purchase(event), 1);
            case "kontor.ledger.shelf-purchase-revoked.v1" -> add(purchase(event), -1);
            default -> {} // another fact of this stream only moves its version
        }
    }

    private static Purchase purchase(Event event) {
        @Nullable String body = event.body();
        if (body == null) {
            throw new IllegalArgumentException("a fact without a body");
        }
        return JSON.readValue(body, Purchase.class);
    }

    private void add(Purchase purchase, int sign) {
        Sales before = memory.sales().getOrDefault(purchase.productId(), Sales.NONE);
        memory.sales().put(purchase.productId(), before.plus(sign * purchase.amount(), sign * purchase.totalMinor()));
    }

    private void rename(Event event) {
        long product = Long.parseLong(event.key());
        @Nullable String body = event.body();
        if (body == null) {
            memory.names().remove(product);
        } else {
            memory.names().put(product, JSON.readValue(body, Product.class).name());
        }
    }

    /** A line for each product that was ever sold. */
    List<String> table() {
        return memory.sales().entrySet().stream()
                .map(sold -> "%d;%s;%d;%d"
                        .formatted(
                                sold.getKey(),
                                memory.names().getOrDefault(sold.getKey(), "?"),
                                sold.getValue().pieces(),
                                sold.getValue().totalMinor()))
                .toList();
    }
}
