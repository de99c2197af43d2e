package kontor.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/** An operation that takes JSON, and the raw fields it would take. */
record Operation(String name, Map<String, String> good) {

    /** What operations are about: a ticket and a canned answer. */
    record Thing(long ticket, long answer) {

        String at(String path) {
            long id = path.contains("canned-answers") ? answer : ticket;
            return path.replace("{id}", Long.toString(id));
        }
    }

    /** Every operation that takes JSON. */
    static final List<Operation> ALL = List.of(
            new Operation("POST /tickets", fields("subject", "\"Where is it?\"", "text", "\"Nowhere.\"")),
            new Operation("POST /tickets/{id}/human", Map.of()),
            new Operation("POST /tickets/{id}/acceptance", Map.of()),
            new Operation("POST /tickets/{id}/assignments", Map.of("takeOver", "true")),
            new Operation("POST /tickets/{id}/escalation", Map.of("reason", "\"Too hard.\"")),
            new Operation("POST /tickets/{id}/priority", Map.of("priority", "\"HIGH\"")),
            new Operation("POST /tickets/{id}/status", Map.of("status", "\"CLOSED\"")),
            new Operation("POST /canned-answers", fields("title", "\"Waiting\"", "text", "\"Please wait.\"")),
            new Operation("PATCH /canned-answers/{id}", Map.of("title", "\"Waiting longer\"")));

    private static Map<String, String> fields(String first, String value, String second, String other) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(first, value);
        fields.put(second, other);
        return fields;
    }

    HttpMethod method() {
        return HttpMethod.valueOf(name.split(" ", 2)[0]);
    }

    String path() {
        return name.split(" ", 2)[1];
    }

    /** Needs a key. */
    boolean isOnce() {
        return name.equals("POST /tickets");
    }

    boolean isPatch() {
        return method().equals(HttpMethod.PATCH);
    }

    /** Whether something has to be sent. */
    boolean wantsFields() {
        return !isPatch() && !name.matches(".*/(human|acceptance|assignments|escalation)");
    }

    /** The good fields with one of them replaced. */
    String with(String field, String value) {
        Map<String, String> fields = new LinkedHashMap<>(good);
        fields.put(field, value);
        return json(fields);
    }

    String body() {
        return json(good);
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\": %s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
