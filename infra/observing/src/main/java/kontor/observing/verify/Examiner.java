package kontor.observing.verify;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks one statement, in a transaction that only reads and may take longer than a request's. */
final class Examiner {

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final String longest;

    Examiner(JdbcClient jdbc, PlatformTransactionManager transactions, VerifySettings settings) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.longest = settings.longest().toMillis() + "ms";
    }

    /** How many rows disagree. */
    int ask(Statement statement) {
        return reading.execute(ignored -> {
            jdbc.sql("select set_config('statement_timeout', ?, true)")
                    .param(longest)
                    .query(String.class)
                    .single();
            return jdbc.sql(statement.sql()).query((row, n) -> n).list().size();
        });
    }
}
