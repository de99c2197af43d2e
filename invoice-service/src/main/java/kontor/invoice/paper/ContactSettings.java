package kontor.invoice.paper;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whom a reader of an XRechnung asks; issuers have no such columns, and the profile wants them (ADR 040). Nothing else
 * is printed from here, so that no document changes with a setting.
 *
 * @param phone with three digits at least
 * @param email also where the seller receives electronically
 */
@Validated
@ConfigurationProperties("kontor.invoice.contact")
record ContactSettings(
        @Nullable @Pattern(regexp = "(?=(?:\\D*\\d){3}).{3,30}")
        String phone,

        @Nullable @Pattern(regexp = "[^@\\s.]+(\\.[^@\\s.]+)*@[^@\\s.]+(\\.[^@\\s.]+)+")
        String email) {}
