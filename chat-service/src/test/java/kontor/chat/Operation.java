package kontor.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.testkit.Member;
import org.springframework.http.HttpMethod;

/** An operation that takes JSON, and the raw fields it would take. */
record Operation(String name, Map<String, String> good) {

    HttpMethod method() {
        return HttpMethod.valueOf(name.split(" ", 2)[0]);
    }

    String path(long conversationId) {
        return name.split(" ", 2)[1].replace("{id}", Long.toString(conversationId));
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

    /** Every operation that takes JSON. */
    static List<Operation> all(Member other) {
        Map<String, String> circle = new LinkedHashMap<>();
        circle.put("type", "\"PRIVATE\"");
        circle.put("memberIds", "[\"%s\"]".formatted(other.id()));
        Map<String, String> message = new LinkedHashMap<>();
        message.put("clientMessageId", "\"%s\"".formatted(UUID.randomUUID()));
        message.put("text", "\"hello\"");
        return List.of(
                new Operation("POST /conversations", circle),
                new Operation("POST /conversations/{id}/messages", message),
                new Operation("PUT /conversations/{id}/read", Map.of("seq", "0")));
    }
}
