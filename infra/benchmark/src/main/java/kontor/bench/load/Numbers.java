package kontor.bench.load;

import java.nio.ByteBuffer;

/** Writes numbers of a fixed width into a request that was built before. */
public final class Numbers {

    public static final int WIDTH = 12;

    private Numbers() {}

    /** Decimal, with leading zeros. */
    public static void put(ByteBuffer out, int at, long number) {
        long rest = number;
        for (int digit = at + WIDTH - 1; digit >= at; digit--) {
            out.put(digit, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
