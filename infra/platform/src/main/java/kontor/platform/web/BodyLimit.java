package kontor.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import kontor.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies beyond 256 KiB, whether announced or found while reading; uploads have limits of their own (G-31). */
final class BodyLimit extends OncePerRequestFilter {

    static final int MOST = 256 * 1024;

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        boolean upload = type != null && type.startsWith("multipart/");
        return upload || "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader("Content-Encoding") != null) {
            problems.write(
                    request, response, problems.of(415, "unsupported-media-type", "Send it uncompressed.", List.of()));
        } else if (request.getContentLengthLong() > MOST) {
            problems.write(request, response, problems.of(new TooLarge()));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A message with its body, which may be of unannounced length, read to the end. */
    static HttpInputMessage whole(HttpInputMessage message) throws IOException {
        byte[] body = message.getBody().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw new TooLarge();
        }
        return new Whole(new ByteArrayInputStream(body), message.getHeaders());
    }

    private record Whole(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}

    /** The body is larger than any request needs. */
    static final class TooLarge extends Rejection {

        TooLarge() {
            super(Kind.TOO_LARGE, "too-large", "The body is larger than 256 KiB.");
        }
    }
}
