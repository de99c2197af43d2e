package kontor.chat.picture;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where pictures lie and how large they are kept.
 *
 * @param directory every instance of the service must see the same one
 * @param edgeMost longest edge of a stored picture; larger ones are reduced, so that no page has to carry 25 million
 * pixels
 */
@Validated
@ConfigurationProperties("kontor.chat.picture")
record PictureSettings(
        @DefaultValue("./attachments") Path directory,
        @DefaultValue("2048") @Min(64) @Max(5000) int edgeMost) {}
