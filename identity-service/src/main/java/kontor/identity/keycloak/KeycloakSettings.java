package kontor.identity.keycloak;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Keycloak is and how long it may take.
 *
 * @param clientSecret of the service account that may manage the realm's users and no more
 * @param pendingFor how long a log-in that was begun is left alone before it counts as abandoned
 * @param lease how long one worker has for one change before another may try it
 * @param retryDelayMax the longest pause between two tries of one change
 * @param refusalsMax after how many tries a change that Keycloak refuses is parked; an outage is no refusal
 */
@Validated
@ConfigurationProperties("kontor.identity.keycloak")
record KeycloakSettings(
        URI url,
        @DefaultValue("kontor") String realm,
        @DefaultValue("kontor-identity") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("4s") Duration readTimeout,
        @DefaultValue("60s") Duration pendingFor,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("60s") Duration retryDelayMax,
        @DefaultValue("10") int refusalsMax) {}
