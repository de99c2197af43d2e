package kontor.gateway.route;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are, which one owns which resource (first path segment after {@code /api/v1}), which operations
 * need no token, and the address under which clients know the gateway.
 */
@Validated
@ConfigurationProperties("kontor.gateway.route")
record RouteSettings(
        URI publicUrl,
        @NotEmpty Map<String, @Valid Service> services,
        @NotEmpty Map<String, String> resources,
        List<String> openOperations) {

    record Service(URI url) {}

    RouteSettings {
        resources.values().stream()
                .filter(owner -> !services.containsKey(owner))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("no service is named " + unknown);
                });
    }
}
