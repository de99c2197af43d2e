package kontor.local.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import kontor.local.cache.StartCache;
import kontor.local.process.Part;
import kontor.local.process.StopRule;
import kontor.local.stack.Folders;
import kontor.local.stack.Jvm;
import kontor.local.stack.Ports;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A real broker in KRaft mode, one node that is controller too; its records are kept between runs. */
public final class KafkaBroker implements Part {

    public static final String NAME = "kafka";

    private final Path home;
    private final Folders folders;
    private final Ports ports;

    public KafkaBroker(Folders folders, Ports ports) {
        this(folders.state().resolve(NAME), folders, ports);
    }

    KafkaBroker(Path home, Folders folders, Ports ports) {
        this.home = home;
        this.folders = folders;
        this.ports = ports;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String url() {
        return ports.bootstrapServers();
    }

    @Override
    public Set<String> startsAfter() {
        return Set.of();
    }

    private Path configuration() {
        return home.resolve("server.properties");
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(home);
            copyLogSettings();
            Files.writeString(
                    configuration(),
                    settings().entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue())
                            .sorted()
                            .collect(Collectors.joining("\n", "", "\n")));
            if (!Files.exists(home.resolve("data/meta.properties"))) {
                format();
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Beside the broker and not on its class path, which then consists of libraries alone and can be cached. */
    private void copyLogSettings() throws IOException {
        try (InputStream settings = Objects.requireNonNull(getClass().getResourceAsStream("broker-logback.xml"))) {
            Files.copy(settings, logSettings(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path logSettings() {
        return home.resolve("logback.xml");
    }

    private void format() throws IOException {
        Process process = java(
                        List.of(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        configuration().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Trouble("Kafka's folder %s could not be prepared: %s".formatted(home, said.strip()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@localhost:" + ports.kafkaController()),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d"
                                .formatted(ports.kafka(), ports.kafkaController())),
                Map.entry("advertised.listeners", "PLAINTEXT://" + ports.bootstrapServers()),
                Map.entry("log.dirs", home.resolve("data").toString()),
                // Facts can be replayed from the first one; a topic that wants less says so in the AsyncAPI document.
                Map.entry("log.retention.hours", "-1"),
                Map.entry("auto.create.topics.enable", "false"),
                // The compacted topics of one machine have thousands of keys, not hundreds of millions.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                // One node holds one copy.
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "8"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "2"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "2"),
                // Services come one after another; waiting for more members would only delay each of them.
                Map.entry("group.initial.rebalance.delay.ms", "0"));
    }

    @Override
    public ProcessBuilder command() {
        return command(startCache().use());
    }

    ProcessBuilder command(List<String> cacheOptions) {
        return java(cacheOptions, "kafka.Kafka", configuration().toString());
    }

    /** Shared by all stacks and valid for these very libraries. */
    StartCache startCache() {
        String libraries = Integer.toHexString(Jvm.libraries().hashCode());
        return new StartCache(folders.software().resolve("kafka-" + libraries + ".aot"));
    }

    private ProcessBuilder java(List<String> cacheOptions, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-Xms64m",
                "-Xmx224m",
                // A small young generation ends its pauses before a consumer notices.
                "-Xmn24m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + logSettings(),
                "-cp",
                Jvm.libraries()));
        command.addAll(Jvm.OPTIMISES_LATER);
        command.addAll(cacheOptions);
        command.add(main);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    @Override
    public boolean isReady() {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void complete() {
        try (Admin admin = admin()) {
            TopicPlan.fromContracts().apply(admin);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000",
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "100"));
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(2);
    }

    @Override
    public StopRule stopRule() {
        return StopRule.KAFKA;
    }
}
