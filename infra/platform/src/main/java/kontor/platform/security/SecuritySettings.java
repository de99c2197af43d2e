package kontor.platform.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are believed.
 *
 * @param issuer exact {@code iss}
 * @param jwks where the signing keys are; fetched when first needed, so a service starts without Keycloak
 * @param clients the known clients ({@code azp})
 */
@Validated
@ConfigurationProperties("kontor.security")
public record SecuritySettings(
        @NotBlank String issuer,
        @NotBlank String jwks,
        @NotEmpty Set<String> clients) {

    static final String AUDIENCE = "kontor-api";
}
