package kontor.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that the operation does not name, so that a misspelt filter is not silently ignored. */
final class KnownParameters implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() == null
                || request.getDispatcherType() == DispatcherType.ERROR
                || !(handler instanceof HandlerMethod method)
                || !method.hasMethodAnnotation(Access.class)) {
            return true;
        }
        request.getParameterMap().values().forEach(values -> Stream.of(values).forEach(Texts::requireStorable));
        Set<String> names = known.computeIfAbsent(method, KnownParameters::namesOf);
        List<Fault> faults = request.getParameterMap().keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> new Fault(name, "unknown-parameter", "There is no such parameter."))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidField(faults);
        }
        return true;
    }

    private static Set<String> namesOf(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .flatMap(KnownParameters::namesOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesOf(MethodParameter parameter) {
        @Nullable Listing listing = parameter.getParameterAnnotation(Listing.class);
        if (listing != null) {
            return Stream.concat(ListRequests.ALWAYS.stream(), Stream.of(listing.filters()));
        }
        @Nullable RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        return named == null
                ? Stream.of()
                : Stream.of(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
    }
}
