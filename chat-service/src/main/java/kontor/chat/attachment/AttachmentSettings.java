package kontor.chat.attachment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where pictures lie and how many there may be.
 *
 * @param directory every instance of the service must see the same one
 * @param edgeMost longest edge of a stored picture; larger ones are reduced, so that no page has to carry 25 million
 * pixels
 * @param perHour pictures of one member within an hour (G-38)
 * @param total bytes of all pictures together
 */
@Validated
@ConfigurationProperties("kontor.chat.attachment")
record AttachmentSettings(
        @DefaultValue("./attachments") Path directory,
        @DefaultValue("2048") @Min(64) @Max(5000) int edgeMost,
        @DefaultValue("20") @Min(1) int perHour,
        @DefaultValue("10GB") DataSize total) {}
