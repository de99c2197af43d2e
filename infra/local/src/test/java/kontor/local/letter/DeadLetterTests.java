package kontor.local.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kontor.local.stack.Trouble;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTests {

    private static final Place PLACE = Place.of("kontor.catalog.packaging.v1-dlt/1/0");

    @Test
    void tellsTheCauseWithoutWhatIsPutAroundIt() {
        DeadLetter letter = letter(
                "kafka_dlt-exception-message",
                "Listener method 'public void kontor.order.offer.PackagingListener.on(java.util.List<byte[]>)' threw"
                        + " exception; A record was not applied: Event 0199c0de-0000-7000-8000-00000000ada0, version 2:"
                        + " The body does not fit Changed. kontor.catalog.packaging.v1-1@5");

        assertThat(letter.cause())
                .isEqualTo("Event 0199c0de-0000-7000-8000-00000000ada0, version 2: The body does not fit Changed.");
        assertThat(letter.kindOfCause()).isEqualTo("The body does not fit Changed.");
        assertThat(letter("a", "b").cause()).isEqualTo("no cause was told");
    }

    @Test
    void knowsWhoseItIs() {
        assertThat(letter("kafka_dlt-original-consumer-group", "order.packagings")
                        .service()
                        .name())
                .isEqualTo("order");
        assertThatThrownBy(() ->
                        letter("kafka_dlt-original-consumer-group", "gateway.x").service())
                .isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> letter("a", "b").service()).isInstanceOf(Trouble.class);
    }

    @Test
    void knowsWhereTheRecordLay() {
        Headers headers = letter("kafka_dlt-original-topic", "kontor.catalog.packaging.v1")
                .headers();
        headers.add(
                "kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(1).array());
        headers.add(
                "kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(17).array());

        assertThat(new DeadLetter(PLACE, Instant.EPOCH, "7", null, headers).origin())
                .isEqualTo("kontor.catalog.packaging.v1/1/17");
    }

    private static DeadLetter letter(String header, String value) {
        Headers headers = new RecordHeaders();
        headers.add(header, value.getBytes(StandardCharsets.UTF_8));
        return new DeadLetter(PLACE, Instant.EPOCH, "7", null, headers);
    }
}
