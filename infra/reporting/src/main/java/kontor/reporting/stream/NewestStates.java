package kontor.reporting.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a state topic whole; the higher version counts, and a record that is no state is left out. */
final class NewestStates implements Processor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(NewestStates.class);

    private final String store;
    private @Nullable KeyValueStore<String, State> states;

    NewestStates(String store) {
        this.store = store;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        states = context.getStateStore(store);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (states == null) {
            throw new IllegalStateException("not initialised");
        }
        @Nullable Header sequence = record.headers().lastHeader("ce_sequence");
        if (sequence == null || record.key() == null) {
            LOG.error("A record of {} is no state and was left out.", store);
            return;
        }
        long version = Long.parseLong(new String(sequence.value(), StandardCharsets.UTF_8));
        @Nullable State known = states.get(record.key());
        if (known == null || version > known.version()) {
            states.put(record.key(), new State(version, text(record.value())));
        }
    }

    private static @Nullable String text(byte @Nullable [] value) {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
