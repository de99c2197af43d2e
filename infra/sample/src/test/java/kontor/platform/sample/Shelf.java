package kontor.platform.sample;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kontor.testkit.KafkaServer;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.ServiceProcess;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A broker and a database for processes of the sample service, and what has become of the jars in both. */
final class Shelf implements AutoCloseable {

    private final KafkaServer kafka = KafkaServer.startOwn();
    private final TestDatabase database = PostgresServer.createFor("sample");
    private final TopicReader topics = new TopicReader(kafka);
    private final String bearer = Tokens.kiosk().bearer();
    private String pending = UUID.randomUUID().toString();
    private int acknowledged;

    Shelf() {
        SampleTopics.create(kafka);
    }

    /** Starts one with further properties such as {@code sample.fate=...}; does not wait for it. */
    ServiceProcess start(String... properties) {
        String[] all = Stream.concat(Stream.of("spring.profiles.active=hooked"), Stream.of(properties))
                .toArray(String[]::new);
        return ServiceProcess.start(SampleApplication.class.getName(), database, kafka.bootstrapServers(), all);
    }

    KafkaServer kafka() {
        return kafka;
    }

    /** Fills a jar by 1; a request in doubt is sent again with its key before any other is. */
    boolean fill(ServiceProcess process, long jar) {
        boolean done = process.ask(
                        "/api/v1/jars/%d/fillings".formatted(jar),
                        request -> request.header("Authorization", bearer)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", pending)
                                .POST(BodyPublishers.ofString("{\"amountMinor\":1}")))
                == 201;
        if (done) {
            acknowledged++;
            pending = UUID.randomUUID().toString();
        }
        return done;
    }

    int acknowledged() {
        return acknowledged;
    }

    long jar() {
        return count("insert into jar (name) values ('jar') returning id");
    }

    /** What lies on the topic, doubles too. */
    List<TopicReader.Message> sent(long jar) {
        return topics.all(Filling.JARS, Long.toString(jar));
    }

    /** Everything of the one partition, so that a place in the list is an offset. */
    List<TopicReader.Message> all() {
        return topics.all(Filling.JARS);
    }

    /** Where a group will read on. */
    long offset(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = kafka.admin()) {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .getOrDefault(new TopicPartition(Filling.JARS, 0), new OffsetAndMetadata(0))
                    .offset();
        }
    }

    /** The versions on the topic, each where it came first. */
    List<Long> versions(long jar) {
        return sent(jar).stream().map(TopicReader.Message::sequence).distinct().toList();
    }

    /** The processes that sent, in the order in which they took turns. */
    List<String> senders(long jar) {
        List<String> turns = new ArrayList<>();
        for (TopicReader.Message message : sent(jar)) {
            String sender = message.headers().getOrDefault(Hooks.SENDER, "?");
            if (turns.isEmpty() || !turns.getLast().equals(sender)) {
                turns.add(sender);
            }
        }
        return turns;
    }

    /** The versions that a listener has applied, in the order of their effects. */
    List<Long> effects(long jar) {
        return database.asOwner()
                .sql("select version from effect where key = ? order by id")
                .param(Long.toString(jar))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    long amount(long jar) {
        return count("select amount_minor from jar where id = " + jar);
    }

    long outbox() {
        return count("select count(*) from outbox");
    }

    long count(String sql) {
        return database.asOwner().sql(sql).query((row, n) -> row.getLong(1)).single();
    }

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
