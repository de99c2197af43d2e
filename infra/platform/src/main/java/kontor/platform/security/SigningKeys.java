package kontor.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's keys: fetched when first needed, renewed when old or when a token names an unknown one, but never more
 * than once in 10 s. While the issuer is away the former ones count, so its tokens work until they end.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private static final Duration FETCH_PAUSE = Duration.ofSeconds(10);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int FETCH_TIMEOUT_MILLIS = 3_000;
    private static final int KEY_SET_BYTES = 64 * 1024;

    private final DefaultResourceRetriever retriever =
            new DefaultResourceRetriever(FETCH_TIMEOUT_MILLIS, FETCH_TIMEOUT_MILLIS, KEY_SET_BYTES);
    private final URL address;
    private volatile @Nullable JWKSet keys;
    private final LongSupplier nanoTime;
    private volatile long nextRenewal;
    private long nextFetch;

    SigningKeys(String address, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        nextRenewal = nanoTime.getAsLong();
        nextFetch = nextRenewal;
        try {
            this.address = URI.create(address).toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        @Nullable JWKSet known = keys;
        if (known != null && nanoTime.getAsLong() - nextRenewal < 0) {
            List<JWK> found = selector.select(known);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return selector.select(renewed());
    }

    private synchronized JWKSet renewed() throws KeySourceException {
        if (nanoTime.getAsLong() - nextFetch >= 0) {
            nextFetch = nanoTime.getAsLong() + FETCH_PAUSE.toNanos();
            try {
                keys = JWKSet.parse(retriever.retrieveResource(address).getContent());
                nextRenewal = nanoTime.getAsLong() + FRESH.toNanos();
            } catch (IOException | ParseException e) {
                LOG.warn("The issuer's keys could not be fetched: {}", e.toString());
            }
        }
        @Nullable JWKSet known = keys;
        if (known == null) {
            throw new KeySourceException("The issuer's keys are not known yet.");
        }
        return known;
    }
}
