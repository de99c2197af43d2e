package kontor.local.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kontor.local.stack.Console;
import kontor.local.stack.Ports;
import kontor.local.stack.Trouble;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command reads from and writes to real topics. The consumer is an address that answers as one does; that real
 * ones do, and that a letter heals, is a journey of {@code infra/e2e}.
 */
class LetterCommandIT {

    /** Of order-service: its management port is the base and this. */
    private static final int MANAGEMENT = 14;

    private static final String BODY = "{\"name\": \"Grace\"}";

    private final KafkaServer kafka = KafkaServer.shared();
    private final TopicWriter writer = new TopicWriter(kafka);
    private final TopicReader reader = new TopicReader(kafka);
    private final String dead = "kontor.test.%s.v1-dlt".formatted(UUID.randomUUID());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private HttpServer service = unbound();
    private String answer = "applied";

    @BeforeEach
    void listen() throws IOException {
        kafka.createTopics(dead);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/deadletters", this::answer);
        service.start();
    }

    private static HttpServer unbound() {
        try {
            return HttpServer.create();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = "{\"outcome\": \"%s\"}".formatted(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void listsWhatIsOpenByCauseAndOneByOne() {
        writer.send(letter("7", "no size"), letter("8", "no size"), letter("9", "no name"));

        assertThat(run("list", dead)).isZero();
        assertThat(said()).contains(dead + "/0/2", "key 9", "order.test", "no name", "3 dead letters are open");
        assertThat(run("list")).isZero();
        assertThat(said())
                .contains(dead + "  2 open", "no size", dead + "  1 open")
                .doesNotContain("key 9");
    }

    @Test
    void showsALetterWithoutItsTextsUnlessAskedTo() {
        writer.send(letter("7", "no size"));

        assertThat(run("show", place(0))).isZero();

        assertThat(said())
                .contains("no size", "order.test", "ce_id", "(5 characters)")
                .doesNotContain("Grace");
        assertThatThrownBy(() -> run("show", place(1)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no dead");
        assertThatThrownBy(() -> run("show", "kontor.test.none.v1-dlt/0/0")).isInstanceOf(Trouble.class);
    }

    @Test
    void givesALetterToItsConsumerOnceAndSaysSo() {
        writer.send(letter("7", "no size"), letter("8", "no size"));

        assertThat(run("replay", place(0))).isZero();
        assertThat(said()).contains("was taken by order.test");
        assertThat(run("replay", place(0))).isZero();
        assertThat(said()).contains("was already replayed at");

        assertThat(asked).singleElement().asString().contains("\"partition\":\"0\"", "\"offset\":\"0\"", dead);
        run("list", dead);
        assertThat(said())
                .contains("key 8", "1 dead letter is open, 1 replayed")
                .doesNotContain("key 7");
    }

    @Test
    void keepsALetterOpenThatIsNotTaken() {
        writer.send(letter("7", "no size"));
        answer = "not applied: no size";

        assertThat(run("replay", place(0))).isEqualTo(1);
        assertThat(said()).contains("was not taken by order.test: not applied: no size");

        run("list", dead);
        assertThat(said()).contains("key 7", "1 dead letter is open, 0 replayed");
    }

    @Test
    void givesACorrectedLetterInThePlaceOfTheFirst() throws IOException {
        Fact letter = letter("7", "no size");
        writer.send(letter);
        Path file = Files.writeString(folder.resolve("body.json"), "{\"name\": \"Grace\", \"size\": 3}");

        assertThat(run("replay", place(0), "--body", file.toString(), "--header", "ce_sequence=2"))
                .isZero();

        TopicReader.Message corrected = reader.all(dead).get(1);
        assertThat(corrected.value()).isEqualTo(Files.readString(file));
        assertThat(corrected.key()).isEqualTo("7");
        assertThat(corrected.headers())
                .containsEntry("ce_id", letter.id())
                .containsEntry("ce_sequence", "2")
                .containsEntry("kafka_dlt-original-consumer-group", "order.test");
        assertThat(asked).singleElement().asString().contains("\"offset\":\"1\"");
        assertThat(run("replay", place(0), "--body", file.toString())).isEqualTo(1);
        assertThatThrownBy(() -> run("show", place(1))).isInstanceOf(Trouble.class);
        run("list", dead);
        assertThat(said()).contains("0 dead letters are open, 1 replayed");
    }

    @Test
    void givesAllThatAreOpen() {
        writer.send(letter("7", "no size"), letter("8", "no size"), letter("9", "no name"));
        run("replay", place(1));

        assertThat(run("replay", "--all", dead)).isZero();

        assertThat(said()).contains("2 of 2 dead letters were taken");
        assertThat(asked).hasSize(3);
        assertThat(run("replay", "--all", dead)).isZero();
        assertThat(asked).hasSize(3);
    }

    private Fact letter(String key, String cause) {
        return Fact.of(dead, "kontor.test.thing-changed.v1", key, 1, BODY)
                .header("kafka_dlt-original-topic", dead.replace("-dlt", ""))
                .header("kafka_dlt-original-consumer-group", "order.test")
                .header("kafka_dlt-exception-message", cause);
    }

    private String place(long offset) {
        return "%s/0/%d".formatted(dead, offset);
    }

    private int run(String... arguments) {
        said.reset();
        Ports ports = new Ports(0, service.getAddress().getPort() - MANAGEMENT, 0, 0, kafkaPort());
        return new LetterCommand(ports, new Console(new PrintStream(said, true, StandardCharsets.UTF_8)))
                .run(List.of(arguments));
    }

    private int kafkaPort() {
        String address = kafka.bootstrapServers();
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
