package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static kontor.platform.sample.Jars.assertRefused;
import static kontor.platform.sample.Jars.key;
import static kontor.platform.sample.Jars.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A service whose books are wrong reads and does not write, until they are right. */
@KontorTest(service = "sample", kafka = KontorTest.Kafka.SHARED)
class HaltIT {

    private final TestDatabase database;
    private final Jars jars;
    private final TopicWriter writer;
    private final MeterRegistry meters;
    private final String management;

    HaltIT(
            RestTestClient http,
            TestDatabase database,
            KafkaServer kafka,
            TopicWriter writer,
            MeterRegistry meters,
            @LocalManagementPort int port) {
        this.database = database;
        this.jars = new Jars(http, database);
        this.writer = writer;
        this.meters = meters;
        this.management = "http://127.0.0.1:" + port + "/actuator/";
        SampleTopics.create(kafka);
    }

    @AfterEach
    void mend() throws Exception {
        database.asOwner()
                .sql("update jar set name = 'gold' where name = 'lead'")
                .update();
        send("verify", BodyPublishers.noBody());
    }

    @Test
    void readsAndDoesNotWriteWhileItsBooksAreWrong() throws Exception {
        long jar = jars.count("insert into jar (name) values (?) returning id", "lead");
        String kiosk = Tokens.kiosk().bearer();
        String order = key();

        assertThat(send("verify", BodyPublishers.noBody())).contains("\"INV-03\":1.0");

        assertRefused(jars.fill(jar, kiosk, key(), 1), 503, "unavailable");
        assertThat(status(jars.get("/api/v1/jars/" + jar, kiosk, "application/json")))
                .isEqualTo(200);
        assertThat(meters.get("platform.halted").gauge().value()).isEqualTo(1);
        assertThat(meters.get("platform.verify.disagreements")
                        .tag("invariant", "INV-03")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(listeners("paused")).isPositive();
        assertThat(listeners("running")).isZero();
        assertThat(send("health/readiness", null)).contains("UP");
        writer.send(Fact.of(JarListener.ORDERS, "kontor.sample.order-placed.v1", order, 1, """
                {"word":"late","lines":[]}"""));

        mend();

        assertThat(meters.get("platform.halted").gauge().value()).isZero();
        assertThat(meters.get("platform.verify.time.seconds").gauge().value()).isPositive();
        assertThat(status(jars.fill(jar, kiosk, key(), 1))).isEqualTo(201);
        await().atMost(20, SECONDS).until(() -> jars.count("select count(*) from effect where key = ?", order) == 1);
    }

    private double listeners(String state) {
        return meters.get("platform.listeners").tag("state", state).gauge().value();
    }

    private String send(String endpoint, HttpRequest.@org.jspecify.annotations.Nullable BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(management + endpoint));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(body == null ? request.build() : request.POST(body).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
