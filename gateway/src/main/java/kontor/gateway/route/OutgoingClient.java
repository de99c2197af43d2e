package kontor.gateway.route;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/** The client towards the services. */
@Component
class OutgoingClient implements HttpClientCustomizer {

    /** Time to connect, and the longest silence in the middle of an answer (streams beat more often). */
    @ConfigurationProperties("kontor.gateway.client")
    record ClientSettings(
            @DefaultValue("1s") Duration connectTimeout,
            @DefaultValue("60s") Duration silenceMax) {}

    private final ClientSettings settings;

    OutgoingClient(ClientSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpClient customize(HttpClient client) {
        // Reactor Netty repeats a request by itself when a pooled connection turns out to be dead. A write must not be
        // sent twice, and whether it was written before the connection died cannot be known here.
        return client.disableRetry(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .responseTimeout(settings.silenceMax());
    }
}
