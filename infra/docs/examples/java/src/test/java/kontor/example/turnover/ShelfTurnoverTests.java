package kontor.example.turnover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the topics deliver, in whatever order and how often: the examples of the contracts count once. */
class ShelfTurnoverTests {

    private static final String MADE = "kontor.ledger.shelf-purchase-made.v1";
    private static final String REVOKED = "kontor.ledger.shelf-purchase-revoked.v1";
    private static final String REAPPLIED = "kontor.ledger.shelf-purchase-reapplied.v1";
    private static final String STATE = "kontor.catalog.products-state.v1";

    private Memory memory = Memory.empty();
    private ShelfTurnover turnover = new ShelfTurnover(memory);
    private long offset;

    @TempDir
    private Path folder;

    @Test
    void countsPurchasesLessRevokedOnesUnderTheirProductsName() {
        accept(product("1051", 1));
        accept(purchase(MADE, "4711", 1));
        assertThat(turnover.table()).containsExactly("1051;Espresso beans 250 g;4;1264");

        accept(purchase(REVOKED, "4711", 2));
        assertThat(turnover.table()).containsExactly("1051;Espresso beans 250 g;0;0");

        accept(purchase(REAPPLIED, "4711", 3));
        accept(purchase(MADE, "4712", 1));
        assertThat(turnover.table()).containsExactly("1051;Espresso beans 250 g;8;2528");
    }

    @Test
    void dropsWhatComesAgain() {
        Sent made = purchase(MADE, "4711", 1);
        Sent revoked = purchase(REVOKED, "4711", 2);
        accept(made);
        accept(made);
        accept(revoked);
        memory.ids().clear();

        accept(made);
        accept(revoked);

        assertThat(turnover.table()).containsExactly("1051;?;0;0");
    }

    @Test
    void waitsForTheEventBefore() {
        accept(purchase(REAPPLIED, "4711", 3));
        accept(purchase(REVOKED, "4711", 2));
        assertThat(turnover.table()).isEmpty();
        assertThat(memory.waiting()).hasSize(1);

        accept(purchase(MADE, "4711", 1));

        assertThat(turnover.table()).containsExactly("1051;?;4;1264");
        assertThat(memory.waiting()).isEmpty();
    }

    @Test
    void keepsTheNewestStateAndForgetsWhatIsGone() {
        accept(purchase(MADE, "4711", 1));
        accept(product("1051", 7));
        accept(state("1051", 5, "{\"name\": \"Beans\"}"));
        assertThat(turnover.table()).containsExactly("1051;Espresso beans 250 g;4;1264");

        accept(state("1051", 9, null));
        accept(state("1051", 8, "{\"name\": \"Beans\"}"));

        assertThat(turnover.table()).containsExactly("1051;?;4;1264");
    }

    @Test
    void ignoresFieldsAndEventsThatCameLater() {
        accept(purchase(MADE, "4711", 1, "{\"productId\":1,\"amount\":2,\"totalMinor\":3,\"addedLater\":{\"a\":[1]}}"));
        accept(purchase("kontor.ledger.shelf-purchase-framed.v1", "4711", 2, "{\"frame\":\"oak\"}"));
        accept(purchase(REVOKED, "4711", 3, "{\"productId\":1,\"amount\":2,\"totalMinor\":3}"));

        assertThat(turnover.table()).containsExactly("1;?;0;0");
    }

    @Test
    void putsARecordAsideThatIsNoEventAndGoesOn() {
        Sent bad = purchase(MADE, "4711", 1, "not json");
        accept(bad);
        accept(purchase(REVOKED, "4711", 2));
        accept(purchase(MADE, "4712", 1));
        assertThat(memory.unreadable()).containsExactly(ShelfTurnover.PURCHASES + "/0/0");
        assertThat(turnover.table()).containsExactly("1051;?;4;1264");

        accept(new Sent("4711", MADE, 1, example("ledger/shelf-purchase-made.v1"), bad.topic(), bad.id()));

        assertThat(memory.waiting()).isEmpty();
        assertThat(turnover.table()).containsExactly("1051;?;4;1264");
    }

    @Test
    void goesOnFromItsFile() {
        accept(purchase(MADE, "4711", 1));
        accept(purchase(REAPPLIED, "4711", 3));
        memory.offsets().put("a-0", 2L);
        Path file = folder.resolve("memory.json");
        memory.write(file);

        memory = Memory.read(file);
        turnover = new ShelfTurnover(memory);
        accept(purchase(MADE, "4711", 1));
        accept(purchase(REVOKED, "4711", 2));

        assertThat(turnover.table()).containsExactly("1051;?;4;1264");
        assertThat(memory.offsets()).containsEntry("a-0", 2L);
    }

    /** One event, which comes with the same id however often. */
    private record Sent(
            String key,
            String type,
            long sequence,
            @Nullable String body,
            String topic,
            UUID id) {}

    private static Sent purchase(String type, String key, long sequence) {
        return purchase(type, key, sequence, example("ledger/" + type.split("\\.", -1)[2] + ".v1"));
    }

    private static Sent purchase(String type, String key, long sequence, String body) {
        return new Sent(key, type, sequence, body, ShelfTurnover.PURCHASES, UUID.randomUUID());
    }

    private static Sent product(String key, long sequence) {
        return state(key, sequence, example("catalog/products.state.v1"));
    }

    private static Sent state(String key, long sequence, @Nullable String body) {
        return new Sent(key, STATE, sequence, body, ShelfTurnover.PRODUCTS, UUID.randomUUID());
    }

    private static String example(String name) {
        String file = "/contracts/%s.example.json".formatted(name);
        try (InputStream example = ShelfTurnoverTests.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(example, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void accept(Sent event) {
        ConsumerRecord<String, String> record =
                new ConsumerRecord<>(event.topic(), 0, offset++, event.key(), event.body());
        record.headers().add("ce_id", bytes(event.id().toString()));
        record.headers().add("ce_type", bytes(event.type()));
        record.headers().add("ce_sequence", bytes(Long.toString(event.sequence())));
        record.headers().add("ce_addedlater", bytes("x"));
        turnover.accept(record);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
