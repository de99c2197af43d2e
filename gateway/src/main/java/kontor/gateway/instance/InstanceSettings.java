package kontor.gateway.instance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How instances are asked whether they want calls: for {@code readiness}, after each {@code pause}; one that takes
 * longer to answer than {@code patience} does not. An instance that leaves goes on answering for longer than both.
 */
@ConfigurationProperties("kontor.gateway.instances")
record InstanceSettings(
        @DefaultValue("/readyz") String readiness,
        @DefaultValue("300ms") Duration pause,
        @DefaultValue("1s") Duration patience) {}
