package kontor.chat.attachment;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many pictures there may be.
 *
 * @param perHour pictures of one member within an hour (G-38)
 * @param total bytes of all pictures together
 */
@Validated
@ConfigurationProperties("kontor.chat.attachment")
record AttachmentSettings(
        @DefaultValue("20") @Min(1) int perHour,
        @DefaultValue("10GB") DataSize total) {}
