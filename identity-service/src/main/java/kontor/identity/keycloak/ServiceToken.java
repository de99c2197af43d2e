package kontor.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Puts the service account's token on calls of the admin interface; fetched by client credentials, used until it ends.
 */
final class ServiceToken implements ClientHttpRequestInterceptor {

    /** Keycloak's token endpoint, below {@code /realms/<realm>}. */
    interface TokenApi {

        @PostExchange(url = "/protocol/openid-connect/token", contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        Answer fetch(
                @RequestParam("grant_type") String grantType,
                @RequestParam("client_id") String clientId,
                @RequestParam("client_secret") String clientSecret);
    }

    record Answer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresInSeconds) {}

    private record Held(String value, Instant until) {}

    private static final Duration RESERVE = Duration.ofSeconds(30);

    private final TokenApi tokens;
    private final KeycloakSettings settings;
    private final Clock clock;
    private volatile @Nullable Held held;

    ServiceToken(TokenApi tokens, KeycloakSettings settings, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        request.getHeaders().setBearerAuth(current());
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            held = null;
        }
        return response;
    }

    private String current() throws IOException {
        Held token = held;
        if (token == null || !clock.instant().isBefore(token.until())) {
            Answer answer = fetch();
            Instant until =
                    clock.instant().plusSeconds(answer.expiresInSeconds()).minus(RESERVE);
            token = new Held(answer.accessToken(), until);
            held = token;
        }
        return token.value();
    }

    /** A realm or a client that is not there must not look like a user who is not there. */
    private Answer fetch() throws IOException {
        try {
            return tokens.fetch("client_credentials", settings.clientId(), settings.clientSecret());
        } catch (HttpClientErrorException refused) {
            throw new IOException("The service account gets no token.", refused);
        }
    }
}
