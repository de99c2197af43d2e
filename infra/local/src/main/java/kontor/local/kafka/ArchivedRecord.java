package kontor.local.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A record as it stands in an archive: all but its place, which its key says. */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they came, compared by nobody.
record ArchivedRecord(
        String topic, long timestamp, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

    private static final int NONE = -1;
    private static final int MOST_BYTES = 16 << 20;

    static ArchivedRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new ArchivedRecord(
                record.topic(),
                record.timestamp(),
                record.key(),
                record.value(),
                List.of(record.headers().toArray()));
    }

    ProducerRecord<byte[], byte[]> toSend() {
        return new ProducerRecord<>(topic, null, timestamp, key, value, headers);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(true);
        out.writeUTF(topic);
        out.writeLong(timestamp);
        write(out, key);
        write(out, value);
        out.writeInt(headers.size());
        for (Header header : headers) {
            out.writeUTF(header.key());
            write(out, header.value());
        }
    }

    /** After the last one; an archive without it was cut off. */
    static void end(DataOutputStream out) throws IOException {
        out.writeBoolean(false);
    }

    /** The next one, null after the last. */
    static @Nullable ArchivedRecord read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        String topic = in.readUTF();
        long timestamp = in.readLong();
        byte @Nullable [] key = bytes(in);
        byte @Nullable [] value = bytes(in);
        int number = in.readInt();
        List<Header> headers = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            headers.add(new RecordHeader(in.readUTF(), bytes(in)));
        }
        return new ArchivedRecord(topic, timestamp, key, value, headers);
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? NONE : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NONE) {
            return null;
        }
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a record of the archive has a length that cannot be");
        }
        return in.readNBytes(length);
    }
}
