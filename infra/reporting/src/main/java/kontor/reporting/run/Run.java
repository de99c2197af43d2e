package kontor.reporting.run;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kontor.reporting.stream.Figures;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This instance's part of the work. */
@Component
@EnableConfigurationProperties(ReportingSettings.class)
public final class Run implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final HostInfo self;

    Run(Figures figures, ReportingSettings settings) {
        streams = new KafkaStreams(figures.topology(), properties(settings));
        // Going on without what failed would be a wrong figure; whoever watches the process starts it again.
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("Reporting cannot go on.", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        self = HostInfo.buildFromEndpoint(settings.address());
    }

    private static Properties properties(ReportingSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.application());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka());
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, settings.address());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.folder());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        // A fact is counted once, however often an instance dies between reading and adding.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 8 << 20);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallStores.class);
        // What a killed instance read is read on within ten seconds, by others or by itself when it is back.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        // Micrometer reads what it needs from the client.
        properties.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    /** What this instance keeps. */
    public LocalScan local() {
        return new LocalScan(this::store);
    }

    ReadOnlyKeyValueStore<String, Object> store(String name) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, Object>keyValueStore()));
    }

    /** Where the rest of a store is kept. */
    public List<HostInfo> others(String store) {
        return streams.streamsMetadataForStore(store).stream()
                .map(metadata -> metadata.hostInfo())
                .filter(host -> !host.equals(self))
                .distinct()
                .toList();
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public void stop() {
        // Who stays a member after it is gone keeps the others, or itself when it comes back, waiting for its time-out.
        streams.close(CloseOptions.timeout(GOODBYE).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    @Override
    public boolean isRunning() {
        return streams.state().isRunningOrRebalancing();
    }
}
