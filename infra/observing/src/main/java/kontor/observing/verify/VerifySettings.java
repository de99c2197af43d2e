package kontor.observing.verify;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What looking after the invariants may take; {@code kontor.verify.first} and {@code .every} say when, 1 min after the
 * start and each hour unless given. It reads the service's tables whole.
 *
 * @param longest of one statement, whatever holds for the statements of requests
 */
@ConfigurationProperties("kontor.verify")
record VerifySettings(@DefaultValue("5m") Duration longest) {}
