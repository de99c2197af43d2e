package kontor.ledger.account;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids of one sequence, fetched fifty at a time, as the sequence counts; gaps are harmless. */
public final class IdBlocks {

    private static final int SIZE = 50;

    private final JdbcClient jdbc;
    private final String next;
    private long free = 1;
    private long last;

    public IdBlocks(JdbcClient jdbc, String sequence) {
        this.jdbc = jdbc;
        this.next = "select nextval('" + sequence + "')";
    }

    /** The first of this many consecutive ids. */
    public synchronized long next(int count) {
        if (count < 1 || count > SIZE) {
            throw new IllegalArgumentException("Ids come in 1 to " + SIZE + ", not " + count);
        }
        if (free + count - 1 > last) {
            free = jdbc.sql(next).query((row, n) -> row.getLong(1)).single();
            last = free + SIZE - 1;
        }
        long first = free;
        free += count;
        return first;
    }
}
