package kontor.order.money;

/** Amounts lie between this and its negative, in minor units (G-8). */
public final class Range {

    public static final long MOST_MINOR = 9_999_999_999L;

    private Range() {}
}
