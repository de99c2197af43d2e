package kontor.gateway.maintenance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the state of maintenance is read: {@code kafka} are the settings of the consumer (servers, and in production
 * encryption and log-in), {@code identity} is asked while the topics are not read yet.
 */
@ConfigurationProperties("kontor.gateway.maintenance")
record MaintenanceSettings(
        Map<String, String> kafka,
        List<URI> identity,
        @DefaultValue("30s") Duration retryAfter,
        @DefaultValue("2s") Duration askPause,
        @DefaultValue("1s") Duration askTimeout,
        @DefaultValue("5s") Duration reopenPause) {}
