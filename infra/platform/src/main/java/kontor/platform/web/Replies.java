package kontor.platform.web;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.platform.Rejection;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.SqlValues;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Answers given to requests with a key, stored with their effect: the same key gets the same answer, once (G-26). */
public class Replies {

    /** Kept with a reply of the operation; the controller derives its own status, which may be 201 or 202. */
    private static final int DONE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Replies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Runs the effect unless the key was used before. Claims by an insert that waits for a twin in flight, and looks
     * only when the claim fails, so the order lock, look, decide holds by itself.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(RequestKey key, Class<T> type, Supplier<T> effect) {
        if (!key.isSent()) {
            return effect.get();
        }
        if (claim(key)) {
            T reply = effect.get();
            store(key, EventJson.write(reply));
            return reply;
        }
        return replay(key, type);
    }

    /** The stored answer; refuses a key used for another body, repeats a stored refusal. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public <T> T replay(RequestKey key, Class<T> type) {
        Stored stored = find(key).orElseThrow(RequestInProgress::new);
        if (!stored.fingerprint().equals(key.fingerprint())) {
            throw new IdempotencyKeyReused();
        }
        if (stored.status() != DONE) {
            throw new StoredRefusal(stored.status(), stored.body());
        }
        markReplayed();
        return EventJson.read(stored.body(), type);
    }

    /** The stored answer if there is one, for work outside the transaction that must not be begun twice. */
    public <T> Optional<T> stored(RequestKey key, Class<T> type) {
        return key.isSent() && find(key).isPresent() ? Optional.of(replay(key, type)) : Optional.empty();
    }

    /** Keeps a refusal of the operation after its rollback; empty if the key was taken meanwhile. */
    @Transactional
    public boolean keepRefusal(RequestKey key, int status, String body) {
        return jdbc.sql("""
                        insert into reply (caller, operation, key, fingerprint, status, body, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(SqlValues.of(
                                key.caller(),
                                key.operation(),
                                key.key(),
                                key.fingerprint(),
                                status,
                                body,
                                clock.instant()))
                        .update()
                == 1;
    }

    /** Whether a twin that still runs has claimed the key: only then must an insert of it wait. */
    @Transactional
    public boolean isInFlight(RequestKey key) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        jdbc.sql("set local lock_timeout = '50ms'").update();
        try {
            keepRefusal(key, DONE, "");
            return false;
        } catch (PessimisticLockingFailureException ignored) {
            return true;
        }
    }

    private boolean claim(RequestKey key) {
        try {
            return keepRefusal(key, DONE, "");
        } catch (PessimisticLockingFailureException ignored) {
            throw new RequestInProgress();
        }
    }

    private void store(RequestKey key, String body) {
        jdbc.sql("update reply set body = ? where caller = ? and operation = ? and key = ?")
                .params(SqlValues.of(body, key.caller(), key.operation(), key.key()))
                .update();
    }

    private Optional<Stored> find(RequestKey key) {
        return jdbc.sql("""
                        select fingerprint, status, body from reply where caller = ? and operation = ? and key = ?
                        """)
                .params(SqlValues.of(key.caller(), key.operation(), key.key()))
                .query((row, n) -> new Stored(row.getString(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    static void markReplayed() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            attributes.getResponse().setHeader("Idempotent-Replayed", "true");
        }
    }

    private record Stored(String fingerprint, int status, String body) {}

    /** A refusal that the key got before; given again word for word. */
    static final class StoredRefusal extends RuntimeException {

        private final int status;
        private final String body;

        StoredRefusal(int status, String body) {
            super(body, null, false, false);
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        String body() {
            return body;
        }
    }

    /** The first request with the key still runs. */
    static final class RequestInProgress extends Rejection {

        RequestInProgress() {
            super(Kind.CONFLICT, "request-in-progress", "The first request with this key still runs; ask again.");
        }
    }

    /** The key was used for another body. */
    static final class IdempotencyKeyReused extends Rejection {

        IdempotencyKeyReused() {
            super(Kind.RULE_BROKEN, "idempotency-key-reused", "This key was used for another request.");
        }
    }
}
