package kontor.chat.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import kontor.platform.MovableClock;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code /chat/stream}: what happens in the caller's conversations, to his tickets, orders and purchases (H-10). */
@RestController
class StreamController {

    private final StreamDesk desk;
    private final MovableClock clock;

    StreamController(StreamDesk desk, MovableClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/chat/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(Who.SIGNED_IN)
    void get(
            HttpMethod method,
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (method.equals(HttpMethod.HEAD)) {
            // Answered by the same handler, and would wait for ever for what it must not send.
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            return;
        }
        desk.serve(caller.memberId(), lastEventId, goodFor(token), request, response);
    }

    /** A token ends by the real clock, however far that of the shop is moved. */
    private Duration goodFor(Jwt token) {
        Instant end = Objects.requireNonNull(token.getExpiresAt(), "the decoder lets no token without an end pass");
        return Duration.between(clock.instant().minus(clock.offset()), end);
    }
}
