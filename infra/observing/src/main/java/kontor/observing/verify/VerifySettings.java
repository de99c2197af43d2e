package kontor.observing.verify;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a service looks after its invariants, which reads its tables whole.
 *
 * @param longest of one statement, whatever holds for the statements of requests
 */
@ConfigurationProperties("kontor.verify")
record VerifySettings(
        @DefaultValue("1m") Duration first,
        @DefaultValue("1h") Duration every,
        @DefaultValue("5m") Duration longest) {}
