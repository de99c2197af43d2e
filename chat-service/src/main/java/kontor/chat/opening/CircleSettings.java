package kontor.chat.opening;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How large a conversation may be.
 *
 * @param maxMembers members of a private conversation, its creator included (H-1)
 */
@Validated
@ConfigurationProperties("kontor.chat")
record CircleSettings(@DefaultValue("50") @Min(2) @Max(1000) int maxMembers) {}
