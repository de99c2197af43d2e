package kontor.gateway.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The operations that anyone may call, as {@code GET /api/v1/products/{id}}. All others need a token. */
@Component
class OpenOperations {

    private final Map<HttpMethod, List<PathPattern>> patterns = new HashMap<>();

    OpenOperations(RouteSettings settings) {
        for (String operation : settings.openOperations()) {
            String[] parts = operation.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not an operation: " + operation);
            }
            PathPattern pattern = PathPatternParser.defaultInstance.parse(parts[1]);
            patterns.computeIfAbsent(HttpMethod.valueOf(parts[0]), _ -> new ArrayList<>())
                    .add(pattern);
        }
    }

    boolean include(HttpMethod method, PathContainer path) {
        HttpMethod read = HttpMethod.HEAD.equals(method) ? HttpMethod.GET : method;
        for (PathPattern pattern : patterns.getOrDefault(read, List.of())) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
