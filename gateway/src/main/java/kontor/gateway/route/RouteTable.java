package kontor.gateway.route;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which service answers a path: one look-up by resource, however many routes there are. */
@Component
class RouteTable {

    static final String DOCS = "/v3/api-docs/";

    private static final String API = "/api/v1/";
    private static final String AUDIT = "audit";
    private static final String IMPORTS = "imports";

    private final Map<String, String> resources;
    private final Map<String, String> imports;
    private final Set<String> services;

    RouteTable(RouteSettings settings) {
        this.resources = Map.copyOf(settings.resources());
        this.imports = Map.copyOf(settings.imports());
        this.services = Set.copyOf(settings.services().keySet());
    }

    /** Null where no service answers: a page of the gateway's own, or nothing at all. */
    @Nullable
    String serviceFor(String path) {
        if (path.startsWith(DOCS)) {
            return known(path.substring(DOCS.length()));
        }
        if (!path.startsWith(API)) {
            return null;
        }
        String resource = segment(path, API.length());
        String next = segment(path, API.length() + resource.length() + 1);
        return switch (resource) {
            // Every service has an audit log of its own (G-45), so the segment behind tells whose.
            case AUDIT -> known(next);
            // What is imported belongs to who owns it (G-39).
            case IMPORTS -> imports.get(next);
            default -> resources.get(resource);
        };
    }

    private @Nullable String known(String service) {
        return services.contains(service) ? service : null;
    }

    private static String segment(String path, int from) {
        if (from >= path.length()) {
            return "";
        }
        int end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }
}
