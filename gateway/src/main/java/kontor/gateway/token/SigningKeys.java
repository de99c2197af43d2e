package kontor.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The realm's signing keys. Fetched when first needed, so the gateway starts without Keycloak; fetched again for an
 * unknown key id, but once per pause at most, whatever ids callers make up; and again when old, so that a withdrawn key
 * ends. While Keycloak is away the known keys go on.
 */
final class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final Mono<String> source;
    private final Duration pause;
    private final Duration maxAge;
    private final LongSupplier nanoTime;

    private volatile List<JWK> known = List.of();
    private volatile long fetchedAt;
    private final AtomicLong failures = new AtomicLong();

    private @Nullable Mono<Boolean> fetching; // guarded by this
    private @Nullable Long triedAt; // guarded by this

    SigningKeys(Mono<String> source, Duration pause, Duration maxAge, LongSupplier nanoTime) {
        this.source = source;
        this.pause = pause;
        this.maxAge = maxAge;
        this.nanoTime = nanoTime;
    }

    /** The key of that id, or nothing. An error means that no key at all is known: tokens cannot be judged now. */
    Mono<JWK> find(String keyId) {
        return Mono.defer(() -> {
            JWK present = look(keyId);
            if (present != null) {
                refreshIfOld();
                return Mono.just(present);
            }
            return fetchUnlessJustDone()
                    .then(Mono.defer(() -> Mono.justOrEmpty(look(keyId))))
                    .switchIfEmpty(Mono.defer(this::missing));
        });
    }

    private Mono<JWK> missing() {
        return known.isEmpty() ? Mono.error(new KeysUnavailable()) : Mono.empty();
    }

    private @Nullable JWK look(String keyId) {
        for (JWK key : known) {
            if (keyId.equals(key.getKeyID())) {
                return key;
            }
        }
        return null;
    }

    private void refreshIfOld() {
        if (nanoTime.getAsLong() - fetchedAt > maxAge.toNanos()) {
            fetchUnlessJustDone().subscribe();
        }
    }

    /** One fetch at a time; whoever needs it meanwhile waits for the same one. */
    private synchronized Mono<Boolean> fetchUnlessJustDone() {
        if (fetching != null) {
            return fetching;
        }
        long now = nanoTime.getAsLong();
        if (triedAt != null && now - triedAt < pause.toNanos()) {
            return Mono.empty();
        }
        triedAt = now;
        fetching = fetch().cache();
        return fetching;
    }

    private Mono<Boolean> fetch() {
        return source.map(SigningKeys::parse)
                .doOnNext(keys -> {
                    known = keys;
                    fetchedAt = nanoTime.getAsLong();
                })
                .thenReturn(true)
                .onErrorResume(failed -> {
                    failures.incrementAndGet();
                    LOG.warn("The signing keys could not be fetched: {}", failed.toString());
                    return Mono.just(false);
                })
                .doFinally(_ -> fetched());
    }

    /** How many fetches have failed. */
    long failures() {
        return failures.get();
    }

    /** How long ago the keys were fetched, or nothing before the first time. */
    Optional<Duration> sinceFetch() {
        return known.isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(nanoTime.getAsLong() - fetchedAt));
    }

    /** Since when the newest key is there, as its certificate says; nothing where there is none. */
    Optional<Instant> newestSince() {
        return known.stream()
                .filter(key -> !KeyUse.ENCRYPTION.equals(key.getKeyUse()))
                .map(JWK::getParsedX509CertChain)
                .filter(Objects::nonNull)
                .map(chain -> chain.getFirst().getNotBefore().toInstant())
                .max(Comparator.naturalOrder());
    }

    private synchronized void fetched() {
        fetching = null;
    }

    private static List<JWK> parse(String json) {
        try {
            return List.copyOf(JWKSet.parse(json).getKeys());
        } catch (ParseException unreadable) {
            throw new IllegalStateException("not a key set", unreadable);
        }
    }

    /** No key was ever fetched. */
    static final class KeysUnavailable extends RuntimeException {

        KeysUnavailable() {
            super("no signing key is known", null, false, false);
        }
    }
}
