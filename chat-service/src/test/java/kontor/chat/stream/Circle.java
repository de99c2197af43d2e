package kontor.chat.stream;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.Member;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members who have a private conversation. */
record Circle(RestTestClient http, long id, List<Member> members) {

    static Circle of(RestTestClient http, Member first, Member... others) {
        String ids =
                Stream.of(others).map(member -> "\"%s\"".formatted(member.id())).collect(Collectors.joining(", "));
        JsonNode made = post(http, first, "", "{\"type\": \"PRIVATE\", \"memberIds\": [%s]}".formatted(ids));
        return new Circle(
                http,
                made.get("id").asLong(),
                Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    void say(Member sender, String text) {
        String body = JsonMapper.shared().writeValueAsString(new Saying(UUID.randomUUID(), text));
        post(http, sender, "/%d/messages".formatted(id), body);
    }

    private record Saying(UUID clientMessageId, String text) {}

    void read(Member reader, long seq) {
        http.put()
                .uri("/api/v1/conversations/%d/read".formatted(id))
                .header(HttpHeaders.AUTHORIZATION, reader.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"seq\": %d}".formatted(seq))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** The message of this number, as it is read. */
    JsonNode message(Member reader, long seq) {
        String page = http.get()
                .uri("/api/v1/conversations/%d/messages?afterSeq=%d&limit=1".formatted(id, seq - 1))
                .header(HttpHeaders.AUTHORIZATION, reader.bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(page)).at("/items/0");
    }

    private static JsonNode post(RestTestClient http, Member caller, String path, String body) {
        String answer = http.post()
                .uri("/api/v1/conversations" + path)
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(answer));
    }
}
