package kontor.reporting.stream;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Adds up; a row of nothing but zeros is no row. */
final class Totals implements Processor<String, Difference, Void, Void> {

    private @Nullable KeyValueStore<String, Total> totals;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        totals = context.getStateStore(Stores.TOTALS);
    }

    @Override
    public void process(Record<String, Difference> record) {
        if (totals == null) {
            throw new IllegalStateException("not initialised");
        }
        Total total = Optional.ofNullable(totals.get(record.key()))
                .orElse(Total.NOTHING)
                .plus(record.value(), Instant.ofEpochMilli(record.timestamp()));
        if (total.isNothing()) {
            totals.delete(record.key());
        } else {
            totals.put(record.key(), total);
        }
    }
}
