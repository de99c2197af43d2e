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

    private final Map<String, String> resources;
    private final Set<String> services;

    RouteTable(RouteSettings settings) {
        this.resources = Map.copyOf(settings.resources());
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
        // Every service has an audit log of its own (G-45), so the segment behind tells whose.
        return resource.equals(AUDIT)
                ? known(segment(path, API.length() + AUDIT.length() + 1))
                : resources.get(resource);
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
