package kontor.gateway.token;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Whose tokens are accepted, and how many checked ones are remembered. */
@Validated
@ConfigurationProperties("kontor.gateway.token")
record TokenSettings(
        @NotEmpty String issuer,
        URI jwks,
        @DefaultValue("kontor-api") String audience,
        @NotEmpty Set<String> clients,
        @DefaultValue("60s") Duration skew,
        @DefaultValue("20000") int rememberedMax,
        @DefaultValue("10s") Duration fetchPause,
        @DefaultValue("5s") Duration fetchTimeout,
        @DefaultValue("10m") Duration keysMaxAge) {}
