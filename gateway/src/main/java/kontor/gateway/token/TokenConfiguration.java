package kontor.gateway.token;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Puts the token check together. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    /** The real clock even where the services' clocks are moved: tokens are dated by Keycloak. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SigningKeys signingKeys(TokenSettings settings) {
        return new SigningKeys(source(settings), settings.fetchPause(), settings.keysMaxAge(), System::nanoTime);
    }

    @Bean
    KeyFigures keyFigures(SigningKeys keys, Clock clock) {
        return new KeyFigures(keys, clock);
    }

    @Bean
    TokenCheck tokenCheck(SigningKeys keys, TokenSettings settings, Clock clock) {
        return new TokenCheck(keys, Claims.of(settings, clock), settings, clock);
    }

    private static Mono<String> source(TokenSettings settings) {
        HttpClient client = HttpClient.newConnection()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.fetchTimeout().toMillis()))
                .responseTimeout(settings.fetchTimeout());
        return client.get()
                .uri(settings.jwks())
                .responseSingle((response, body) -> response.status().code() == 200
                        ? body.asString()
                        : Mono.error(new IllegalStateException("key set answered " + response.status())))
                .timeout(settings.fetchTimeout());
    }
}
