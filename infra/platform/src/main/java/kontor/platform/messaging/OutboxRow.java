package kontor.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One unsent event and the Kafka record made of it: CloudEvents in binary mode. */
record OutboxRow(long id, String topic, String aggregateId, ProducerRecord<String, byte[]> record) {

    static final String COLUMNS = "id, event_id, topic, aggregate_id, version, type, payload, at, actor_id,"
            + " correlation_id, imported, traceparent";

    static OutboxRow of(ResultSet row, String source) throws SQLException {
        String topic = row.getString("topic");
        String key = row.getString("aggregate_id");
        @Nullable String payload = row.getString("payload");
        byte @Nullable [] body = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, null, key, body);
        Headers headers = record.headers();
        String type = row.getString("type");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", row.getString("event_id"));
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        put(headers, "ce_time", at.toInstant().toString());
        put(headers, "ce_subject", key);
        put(headers, "ce_dataschema", "urn:" + type.replace('.', ':'));
        put(headers, "ce_sequence", Long.toString(row.getLong("version")));
        put(headers, "ce_actor", row.getString("actor_id"));
        put(headers, "ce_correlationid", row.getString("correlation_id"));
        put(headers, "ce_imported", Boolean.toString(row.getBoolean("imported")));
        put(headers, "content-type", "application/json");
        @Nullable String traceparent = row.getString("traceparent");
        if (traceparent != null) {
            put(headers, "traceparent", traceparent);
        }
        return new OutboxRow(row.getLong("id"), topic, key, record);
    }

    /** Events of one aggregate leave in order; this names it. */
    String stream() {
        return topic + "\n" + aggregateId;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
