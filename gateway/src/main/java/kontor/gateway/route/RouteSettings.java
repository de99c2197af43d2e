package kontor.gateway.route;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are, which one owns which resource (first path segment after {@code /api/v1}) and which import
 * (second path segment after {@code imports}), which operations need no token, and the address under which clients know
 * the gateway.
 */
@Validated
@ConfigurationProperties("kontor.gateway.route")
record RouteSettings(
        URI publicUrl,
        @NotEmpty Map<String, @Valid Service> services,
        @NotEmpty Map<String, String> resources,
        @NotEmpty Map<String, String> imports,
        List<String> openOperations) {

    /**
     * A service.
     *
     * @param url one address, behind which there may be several instances, or that of each instance
     */
    record Service(@NotEmpty List<URI> url) {}

    RouteSettings {
        Stream.concat(resources.values().stream(), imports.values().stream())
                .filter(owner -> !services.containsKey(owner))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("no service is named " + unknown);
                });
    }
}
