package kontor.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One question to a health endpoint. */
public final class HttpProbe {

    /** Nobody answered. */
    public static final int SILENCE = 0;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private HttpProbe() {}

    /** The status code, or {@link #SILENCE}. */
    public static int status(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(5))
                .GET()
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException silence) {
            return SILENCE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return SILENCE;
        }
    }
}
