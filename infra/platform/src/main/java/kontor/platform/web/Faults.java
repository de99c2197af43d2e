package kontor.platform.web;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.platform.Rejection.Fault;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import tools.jackson.core.JsonParser;

/** The faults of one request body, in the order found, one per pointer; bounded, because a body can hold thousands. */
final class Faults {

    private static final int MOST = 50;

    private final Map<String, Fault> found = new LinkedHashMap<>();

    static String pointerOf(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    /** {@code lines[0].productId} becomes {@code /lines/0/productId}. */
    static String pointerOf(String path) {
        return "/" + path.replace("[", "/").replace("]", "").replace('.', '/').replaceAll("/<[^>]*>", "");
    }

    void add(String pointer, String code, String message) {
        if (found.size() < MOST) {
            found.putIfAbsent(pointer, new Fault(pointer, code, message));
        }
    }

    void invalid(JsonParser parser, String message) {
        add(pointerOf(parser), "invalid-field", message);
    }

    void violations(Collection<? extends ConstraintViolation<?>> violations) {
        violations.stream()
                .map(v -> new Fault(pointerOf(v.getPropertyPath().toString()), "invalid-field", v.getMessage()))
                .sorted(Comparator.comparing(Fault::pointer))
                .forEach(fault -> add(fault.pointer(), fault.code(), fault.message()));
    }

    static List<Fault> of(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> new Fault(
                        error instanceof FieldError field ? pointerOf(field.getField()) : "",
                        "invalid-field",
                        String.valueOf(error.getDefaultMessage())))
                .distinct()
                .sorted(Comparator.comparing(Fault::pointer))
                .toList();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Fault> all() {
        return List.copyOf(found.values());
    }
}
