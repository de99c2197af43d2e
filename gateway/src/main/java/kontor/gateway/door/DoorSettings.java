package kontor.gateway.door;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Bounds of a request, and the operations that take a file. */
@ConfigurationProperties("kontor.gateway.door")
record DoorSettings(
        @DefaultValue("8KB") DataSize uriMax,
        @DefaultValue("100") int headersMax,
        @DefaultValue("256KB") DataSize bodyMax,
        @DefaultValue("5MB") DataSize uploadMax,
        @DefaultValue List<String> uploads,
        @DefaultValue("10s") Duration headTimeout,
        @DefaultValue("15s") Duration bodyTimeout,
        @DefaultValue("10000") int connectionsMax) {}
