package kontor.ledger.account;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ids of one sequence, which counts in blocks of fifty; several blocks are fetched at once, because whoever asks
 * meanwhile waits. Gaps are harmless.
 */
public final class IdBlocks {

    private static final int SIZE = 50;
    private static final int BLOCKS = 10;

    private final JdbcClient jdbc;
    private final String next;
    private final Deque<Long> blocks = new ArrayDeque<>();
    private long free = 1;
    private long last;

    public IdBlocks(JdbcClient jdbc, String sequence) {
        this.jdbc = jdbc;
        this.next = "select nextval('" + sequence + "') from generate_series(1, " + BLOCKS + ")";
    }

    /** The first of this many consecutive ids. */
    public synchronized long next(int count) {
        if (count < 1 || count > SIZE) {
            throw new IllegalArgumentException("Ids come in 1 to " + SIZE + ", not " + count);
        }
        if (free + count - 1 > last) {
            free = nextBlock();
            last = free + SIZE - 1;
        }
        long first = free;
        free += count;
        return first;
    }

    private long nextBlock() {
        if (blocks.isEmpty()) {
            blocks.addAll(jdbc.sql(next).query((row, n) -> row.getLong(1)).list());
        }
        return blocks.remove();
    }
}
