package kontor.chat;

import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the service. */
public record Answer(int status, HttpHeaders headers, String text) {

    public JsonNode body() {
        return text.isEmpty()
                ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(text);
    }

    public long id() {
        return body().path("id").asLong();
    }

    /** A number of the body. */
    public long number(String field) {
        return body().path(field).asLong();
    }

    public String code() {
        return body().path("code").asString("");
    }

    public String pointer() {
        return body().at("/errors/0/pointer").asString("");
    }

    /** Fails unless the status is this one. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected %d, got %d: %s".formatted(expected, status, text));
        }
        return this;
    }

    public Answer refused(int expected, String code) {
        expect(expected);
        if (!code.equals(code())) {
            throw new AssertionError("Expected %s, got: %s".formatted(code, text));
        }
        return this;
    }
}
