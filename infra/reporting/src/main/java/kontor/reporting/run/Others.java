package kontor.reporting.run;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The other instances. */
@Component
public final class Others {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<HostInfo, Other> known = new ConcurrentHashMap<>();

    /** What one of them answers. */
    @HttpExchange("/api/v1/reporting/shares")
    interface Other {

        @GetExchange("/{store}")
        String share(
                @PathVariable String store,
                @RequestParam String beginning,
                @RequestHeader("Authorization") String authorization);
    }

    Other at(HostInfo host) {
        return known.computeIfAbsent(host, Others::client);
    }

    private static Other client(HostInfo host) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        RestClient client = RestClient.builder()
                .baseUrl("http://%s:%d".formatted(host.host(), host.port()))
                .requestFactory(requests)
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(Other.class);
    }
}
