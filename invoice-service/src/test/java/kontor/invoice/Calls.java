package kontor.invoice;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests as they are. */
record Calls(RestTestClient http) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The condition is the idempotency key of a POST, the ETag of a PATCH. */
    Shop.Answer send(
            HttpMethod method,
            @Nullable String bearer,
            String path,
            @Nullable String condition,
            @Nullable String body,
            Map<String, String> headers) {
        RestTestClient.RequestBodySpec request = http.method(method).uri(path);
        headers.forEach(request::header);
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        if (condition != null) {
            request.header(method.equals(HttpMethod.PATCH) ? "If-Match" : "Idempotency-Key", condition);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        EntityExchangeResult<byte[]> result =
                request.exchange().expectBody(byte[].class).returnResult();
        byte[] bytes = Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
        String type = String.valueOf(result.getResponseHeaders().getContentType());
        return new Shop.Answer(
                result.getStatus().value(),
                result.getResponseHeaders(),
                type.contains("json") ? JSON.readTree(bytes) : JSON.missingNode(),
                new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
