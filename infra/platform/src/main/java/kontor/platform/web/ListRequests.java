package kontor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.platform.Rejection.Fault;
import kontor.platform.messaging.EventJson;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Turns the query of a list operation into a {@link ListRequest}. */
final class ListRequests implements HandlerMethodArgumentResolver {

    static final Set<String> ALWAYS = Set.of("limit", "cursor", "sort", "count");
    static final int LONGEST = 200;
    static final int DEFAULT_LIMIT = 50;
    static final int MOST = 100;

    private final Callers callers;

    ListRequests(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListRequest.class;
    }

    @Override
    public ListRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        @Nullable Listing listing = parameter.getParameterAnnotation(Listing.class);
        @Nullable HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (listing == null || request == null) {
            throw new IllegalStateException("A ListRequest needs @Listing: " + parameter);
        }
        return read(listing, request);
    }

    private ListRequest read(Listing listing, HttpServletRequest request) {
        Map<String, List<String>> filters = new TreeMap<>();
        for (String name : listing.filters()) {
            String @Nullable [] values = request.getParameterValues(name);
            if (values != null) {
                filters.put(name, Arrays.stream(values).sorted().toList());
            }
        }
        String sort = sort(listing, request);
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        String binding = EventJson.write(List.of(callers.scope(request), request.getRequestURI(), sort, filters));
        @Nullable String cursor = single(request, "cursor");
        @Nullable Cursor after = cursor == null ? null : Cursor.decode(cursor, binding);
        return new ListRequest(limit(request), field, descending, count(request), filters, after, binding);
    }

    private static String sort(Listing listing, HttpServletRequest request) {
        @Nullable String sort = single(request, "sort");
        if (sort == null) {
            return listing.sort()[0];
        }
        String field = sort.startsWith("-") ? sort.substring(1) : sort;
        if (Arrays.stream(listing.sort()).noneMatch(known -> known.equals(field) || known.equals("-" + field))) {
            throw new InvalidField(List.of(new Fault("sort", "unknown-parameter", "This list cannot be sorted so.")));
        }
        return sort;
    }

    private static int limit(HttpServletRequest request) {
        @Nullable String text = single(request, "limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new InvalidField("limit", "must be a whole number from 1 to 100");
        }
        return Integer.parseInt(text);
    }

    private static boolean count(HttpServletRequest request) {
        @Nullable String text = single(request, "count");
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new InvalidField("count", "must be true or false");
        }
        return "true".equals(text);
    }

    private static @Nullable String single(HttpServletRequest request, String name) {
        String @Nullable [] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new InvalidField(name, "may be sent once");
        }
        return values == null ? null : values[0];
    }
}
