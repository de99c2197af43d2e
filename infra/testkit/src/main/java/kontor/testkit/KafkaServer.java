package kontor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.util.FileSystemUtils;

/**
 * A real Kafka broker in KRaft mode inside the test's JVM, with every topic of the AsyncAPI document and no automatic ones.
 * It can be stopped and started again on the same port with its data kept, to test an outage.
 */
public final class KafkaServer implements AutoCloseable {

    private static final long ADMIN_SECONDS_MAX = 60;

    private final Path data;
    private final int port;
    private final KafkaNode node;

    private KafkaServer() {
        try {
            data = Files.createTempDirectory("kontor-kafka");
            port = freePort();
            node = new KafkaNode(data, port, freePort());
        } catch (IOException failed) {
            throw new UncheckedIOException("Kafka has no place to live", failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kafka-close"));
    }

    /** The broker that all tests of this JVM share. Never stop it: others are using it. */
    public static KafkaServer shared() {
        return Shared.SERVER;
    }

    /** A broker of its own, for a test that takes it down. */
    public static KafkaServer startOwn() {
        KafkaServer server = new KafkaServer();
        server.start();
        server.create(DeclaredTopics.all().stream().map(KafkaServer::small).toList());
        return server;
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates topics of one partition; those that exist stay as they are. */
    public void createTopics(String... names) {
        create(Stream.of(names).map(name -> new NewTopic(name, 1, (short) 1)).toList());
    }

    /** Starts the broker, again after {@link #stop}, with the data it had. */
    public void start() {
        node.start();
    }

    /** Takes the broker away from its clients; the data stays. */
    public void stop() {
        node.stop();
    }

    @Override
    public void close() {
        node.stop();
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    /** An administration client of this broker, to be closed by the caller. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    private void create(Collection<NewTopic> wanted) {
        try (Admin admin = admin()) {
            Collection<String> present = admin.listTopics().names().get(ADMIN_SECONDS_MAX, TimeUnit.SECONDS);
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(ADMIN_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("Kafka did not create the topics", failed);
        }
    }

    /** Three partitions show every effect of partitioning; more only cost start time. */
    private static NewTopic small(DeclaredTopics.Topic topic) {
        return new NewTopic(topic.name(), Math.min(topic.partitions(), 3), (short) 1).configs(topic.configuration());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Shared {

        static final KafkaServer SERVER = startOwn();
    }
}
