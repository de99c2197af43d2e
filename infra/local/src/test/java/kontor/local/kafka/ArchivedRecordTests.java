package kontor.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

class ArchivedRecordTests {

    private static final ArchivedRecord FACT = new ArchivedRecord(
            "kontor.ledger.deposit.v1",
            1_780_000_000_000L,
            bytes("4711"),
            bytes("{}"),
            List.of(new RecordHeader("ce_id", bytes("x")), new RecordHeader("ce_actor", null)));
    private static final ArchivedRecord TOMBSTONE =
            new ArchivedRecord("kontor.identity.members.v1", 0, bytes("m"), null, List.of());

    @Test
    void readsWhatItWrote() throws IOException {
        DataInputStream in = in(written(true));

        ProducerRecord<byte[], byte[]> fact =
                Objects.requireNonNull(ArchivedRecord.read(in)).toSend();
        ProducerRecord<byte[], byte[]> tombstone =
                Objects.requireNonNull(ArchivedRecord.read(in)).toSend();

        assertThat(fact.topic()).isEqualTo("kontor.ledger.deposit.v1");
        assertThat(fact.partition()).as("its key says it").isNull();
        assertThat(fact.timestamp()).isEqualTo(1_780_000_000_000L);
        assertThat(fact.key()).isEqualTo(bytes("4711"));
        assertThat(fact.value()).isEqualTo(bytes("{}"));
        assertThat(fact.headers().lastHeader("ce_actor").value()).isNull();
        assertThat(fact.headers().lastHeader("ce_id").value()).isEqualTo(bytes("x"));
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.key()).isEqualTo(bytes("m"));
        assertThat(ArchivedRecord.read(in)).isNull();
    }

    @Test
    void noticesAnArchiveThatWasCutOff() throws IOException {
        DataInputStream in = in(written(false));
        ArchivedRecord.read(in);
        ArchivedRecord.read(in);

        assertThatThrownBy(() -> ArchivedRecord.read(in)).isInstanceOf(EOFException.class);
    }

    private static byte[] written(boolean isEnded) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        FACT.write(out);
        TOMBSTONE.write(out);
        if (isEnded) {
            ArchivedRecord.end(out);
        }
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
