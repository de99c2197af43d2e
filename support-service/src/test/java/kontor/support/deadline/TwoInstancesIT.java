package kontor.support.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kontor.platform.MovableClock;
import kontor.support.Answer;
import kontor.support.Helpline;
import kontor.support.Twin;
import kontor.support.Wire;
import kontor.support.ticket.Level;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two instances on one database: each thing that is due is done once, and each hears for the other. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesIT {

    private static final int TICKETS = 8;

    private final Helpline helpline;
    private final Wire wire;
    private final VerifySet invariants;
    private final KafkaListenerEndpointRegistry listeners;
    private final Twin twin;
    private final List<MovableClock> clocks;
    private final List<DeadlineJob> jobs;

    TwoInstancesIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            KafkaServer kafka,
            MovableClock clock,
            DeadlineJob job,
            KafkaListenerEndpointRegistry listeners) {
        helpline = new Helpline(http, members, database, writer);
        wire = new Wire(reader);
        invariants = new VerifySet(database);
        this.listeners = listeners;
        twin = Twin.start(database, kafka);
        clocks = List.of(clock, twin.bean(MovableClock.class));
        jobs = List.of(job, twin.bean(DeadlineJob.class));
    }

    @AfterAll
    void endsTheOtherInstance() {
        clocks.getFirst().moveTo(Duration.ZERO);
        twin.close();
    }

    /** Both look at the same time, again and again, besides what they do every two seconds. */
    private void after(String time) {
        clocks.forEach(clock -> clock.moveTo(Duration.parse(time)));
        Together.run(
                8,
                IntStream.range(0, 8)
                        .boxed()
                        .flatMap(n -> jobs.stream())
                        .map(job -> (Runnable) job::expire));
    }

    private static long[] several(IntStream numbers, java.util.function.IntToLongFunction ticket) {
        return numbers.mapToLong(ticket).toArray();
    }
}
