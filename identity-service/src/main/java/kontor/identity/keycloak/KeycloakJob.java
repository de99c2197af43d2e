package kontor.identity.keycloak;

import java.util.concurrent.TimeUnit;
import kontor.platform.rejection.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings Keycloak up to date; runs on every instance, which exclude each other by row locks and leases. */
@Component
class KeycloakJob {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakJob.class);

    private final Mirror mirror;
    private final Abandoning abandoning;

    KeycloakJob(Mirror mirror, Abandoning abandoning) {
        this.mirror = mirror;
        this.abandoning = abandoning;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void push() {
        int tried = 1;
        while (tried > 0) {
            tried = mirror.push(null);
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            abandoning.sweep();
        } catch (Unavailable away) {
            LOG.info("Keycloak is away; abandoned log-ins are looked for later.");
        }
    }
}
