package kontor.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kontor.testkit.port.FreePort;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A real Kafka broker in KRaft mode inside the test's JVM, with every topic of the AsyncAPI document and no automatic
 * ones. It can be stopped and started again on the same port with its data kept, to test an outage.
 */
public final class KafkaServer implements AutoCloseable {

    private static final long ADMIN_SECONDS_MAX = 60;

    private final Path data;
    private final int port;
    private final KafkaNode node;

    private KafkaServer() {
        try (ServerSocket clients = FreePort.held();
                ServerSocket controllers = FreePort.held()) {
            data = Files.createTempDirectory("kontor-kafka");
            port = clients.getLocalPort();
            node = new KafkaNode(data, port, controllers.getLocalPort());
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
            awaitLeaders(admin, missing.stream().map(NewTopic::name).toList());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("Kafka did not create the topics", failed);
        }
    }

    /**
     * The controller answers before the broker knows the topic; a client in a hurry would be told that there is none.
     */
    private static void awaitLeaders(Admin admin, Collection<String> names) {
        Awaitility.await("topics to be served")
                .atMost(Duration.ofSeconds(ADMIN_SECONDS_MAX))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> admin.describeTopics(names).allTopicNames().get(10, TimeUnit.SECONDS).values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition -> partition.leader() != null));
    }

    /** Three partitions show every effect of partitioning; more only cost start time. */
    private static NewTopic small(DeclaredTopics.Topic topic) {
        return new NewTopic(topic.name(), Math.min(topic.partitions(), 3), (short) 1).configs(topic.configuration());
    }

    private static final class Shared {

        static final KafkaServer SERVER = startOwn();
    }

    /** One process role of broker and controller together, over one folder and two fixed ports. */
    private static final class KafkaNode {

        private static final String CONTROLLER = "CONTROLLER";

        private final Path data;
        private final Map<String, Object> settings;

        private @Nullable KafkaRaftServer running;
        private boolean formatted;

        KafkaNode(Path data, int port, int controllerPort) {
            this.data = data;
            settings = settings(data, port, controllerPort);
        }

        synchronized void start() {
            if (running != null) {
                return;
            }
            format();
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            running = server;
        }

        synchronized void stop() {
            if (running == null) {
                return;
            }
            running.shutdown();
            running.awaitShutdown();
            running = null;
        }

        private void format() {
            if (formatted) {
                return;
            }
            try {
                new Formatter()
                        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                        .setNodeId(1)
                        .setClusterId(Uuid.randomUuid().toString())
                        .setDirectories(List.of(data.toString()))
                        .setMetadataLogDirectory(data.toString())
                        .setControllerListenerName(CONTROLLER)
                        .run();
            } catch (Exception failed) {
                throw new IllegalStateException("Kafka's folder was not formatted", failed);
            }
            formatted = true;
        }

        private static Map<String, Object> settings(Path data, int port, int controllerPort) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("process.roles", "broker,controller");
            settings.put("node.id", "1");
            settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
            settings.put("controller.listener.names", CONTROLLER);
            settings.put(
                    "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
            settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
            settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
            settings.put("log.dirs", data.toString());
            settings.put("auto.create.topics.enable", "false");
            // One node cannot replicate; with the defaults of 3 its internal topics would never appear.
            settings.put("offsets.topic.replication.factor", "1");
            settings.put("offsets.topic.num.partitions", "3");
            settings.put("transaction.state.log.replication.factor", "1");
            settings.put("transaction.state.log.min.isr", "1");
            settings.put("transaction.state.log.num.partitions", "3");
            settings.put("share.coordinator.state.topic.replication.factor", "1");
            settings.put("share.coordinator.state.topic.min.isr", "1");
            settings.put("share.coordinator.state.topic.num.partitions", "1");
            settings.put("default.replication.factor", "1");
            settings.put("group.initial.rebalance.delay.ms", "0");
            // Index files are mapped in full; the default of 10 MiB times partitions is too much for a test's JVM.
            settings.put("log.index.size.max.bytes", "1048576");
            return settings;
        }
    }
}
