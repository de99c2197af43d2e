package kontor.chat.live;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The live log.
 *
 * @param keep how long it is kept; a client that was away for longer starts anew and reads its lists
 */
@Validated
@ConfigurationProperties("kontor.chat.live")
record LiveSettings(
        @DefaultValue("7d") @DurationMin(minutes = 10) Duration keep) {}
