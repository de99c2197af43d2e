package kontor.platform.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Tells a lock that was not given in time from a failure, which Spring does not for PostgreSQL's code of it. */
final class LockTimeouts implements SQLExceptionTranslator {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final SQLExceptionTranslator usual = new SQLExceptionSubclassTranslator();

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException cause) {
        return LOCK_NOT_AVAILABLE.equals(cause.getSQLState())
                ? new CannotAcquireLockException(task, cause)
                : usual.translate(task, sql, cause);
    }
}
