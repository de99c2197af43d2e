package kontor.e2e;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;

/** The reporting consumer beside the shop, as an admin asks it. */
final class Reports {

    private static final String ROOT = "/api/v1/reporting/";

    /** It may have all topics before it, on a machine that has just started a whole shop. */
    private static final Duration CATCHES_UP = Duration.ofMinutes(4);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Client admin;

    Reports(Shop shop) {
        admin = shop.as("ada").at(URI.create("http://localhost:" + shop.ports().service(8)));
    }

    /** Waits until it has read and added whatever is there; the check itself waits for what is on its way only. */
    void caughtUp() {
        await("reporting has caught up")
                .atMost(CATCHES_UP)
                .pollInterval(LOOK)
                .until(() ->
                        admin.get(ROOT + "position").body().required("complete").asBoolean());
    }

    String table(String name) {
        return admin.table(ROOT + "figures/" + name);
    }
}
