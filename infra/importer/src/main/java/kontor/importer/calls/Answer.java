package kontor.importer.calls;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What the shop answered.
 *
 * @param replayed the request had been answered before, by this import or an earlier one
 * @param attempts how often it was sent until the shop answered
 * @param retryAfter zero unless the shop said when to come again
 */
public record Answer(int status, JsonNode body, boolean replayed, int attempts, Duration retryAfter) {

    private static final String PROBLEMS = "/problems/";

    public boolean isSuccess() {
        return status < 300;
    }

    /** Of a problem, such as {@code duplicate}; empty for anything else. */
    public String code() {
        String type = body.path("type").asString("");
        return type.startsWith(PROBLEMS) ? type.substring(PROBLEMS.length()) : "";
    }

    /** What the problem says, with the places it names. */
    public String complaint() {
        StringBuilder complaint = new StringBuilder(body.path("detail").asString(body.toString()));
        for (JsonNode error : body.path("errors")) {
            complaint.append(" [%s %s]"
                    .formatted(
                            error.path("pointer").asString(""),
                            error.path("message").asString("")));
        }
        return complaint.toString();
    }
}
