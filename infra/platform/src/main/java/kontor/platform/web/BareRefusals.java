package kontor.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Gives what the server refuses by itself, such as a path with an encoded slash, the form of a problem. */
public final class BareRefusals extends ErrorReportValve {

    private final ProblemWriter problems = new ProblemWriter(StrictJson.mapper());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemDetail problem = problems.of(response.getStatus(), null);
        try {
            ProblemWriter.headers(problem).forEach((name, values) -> response.setHeader(name, values.getFirst()));
            response.setHeader(Correlation.HEADER, UUID.randomUUID().toString());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(problems.json(problem).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
