package kontor.reporting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Newest;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Subject;
import kontor.reporting.run.Kept;
import kontor.reporting.run.LocalScan;
import kontor.reporting.stream.Aside;
import kontor.reporting.stream.Figures;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topics of a shop and what the real topology makes of them, without a broker. */
public final class Topics implements AutoCloseable {

    public static final Days UTC = new Days(java.time.ZoneOffset.UTC);

    private final TopologyTestDriver driver;

    private Topics(Figures figures) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        driver = new TopologyTestDriver(figures.topology(Stores::inMemoryKeyValueStore), settings);
    }

    public static Topics of(List<Subject<?>> subjects, Newest<?>... newest) {
        return new Topics(new Figures(subjects, List.of(newest)));
    }

    public static Topics of(Subject<?> subject) {
        return of(List.of(subject));
    }

    /** One event of a fact topic, with a body that its contract promises. */
    public Topics tell(String topic, String type, Object key, long sequence, String body) {
        EventSchema.of(type).assertValid(body);
        return tell(Fact.of(topic, type, key, sequence, body));
    }

    public Topics tell(Fact fact) {
        RecordHeaders headers = new RecordHeaders();
        fact.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        @Nullable String body = fact.body();
        driver.createInputTopic(fact.topic(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        fact.key(), body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers));
        return this;
    }

    /** The cells of a figure's rows, in the order of their keys. */
    public List<Map<String, @Nullable Object>> rows(Figure figure) {
        return reading().sums(figure).stream().map(sum -> Row.of(sum).cells()).toList();
    }

    /** The cells of a report's rows. */
    public List<Map<String, @Nullable Object>> rows(Report report, Question question) {
        return report.rows(reading(), question).stream().map(Row::cells).toList();
    }

    /** The cells of the rows of a report that is asked for without conditions. */
    public List<Map<String, @Nullable Object>> rows(Report report) {
        return rows(report, new Question(Map.of()));
    }

    public Reading reading() {
        return kept();
    }

    public List<Aside> aside() {
        return List.copyOf(kept().aside());
    }

    private Kept kept() {
        return new Kept(new LocalScan(store -> driver.getKeyValueStore(store)));
    }

    @Override
    public void close() {
        driver.close();
    }
}
