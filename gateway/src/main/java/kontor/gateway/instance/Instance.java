package kontor.gateway.instance;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process of a service, and whether it wants calls. */
final class Instance {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final String service;
    private final URI url;

    /** Until it was asked it is believed to: a gateway that has just started refuses nobody. */
    private volatile boolean ready = true;

    Instance(String service, URI url) {
        this.service = service;
        this.url = url;
    }

    URI url() {
        return url;
    }

    boolean isReady() {
        return ready;
    }

    void tell(boolean isReady) {
        if (isReady != ready) {
            ready = isReady;
            LOG.info("{} at {} gets {}", service, url, isReady ? "calls again" : "no more calls");
        }
    }
}
