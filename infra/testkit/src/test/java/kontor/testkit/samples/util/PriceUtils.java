package kontor.testkit.samples.util;

/** Names that say nothing. */
final class PriceUtils {

    /** A name that says nothing. */
    record PriceDto(long minor) {}

    /** A name that says nothing. */
    abstract static class AbstractPrice {}

    /** A name that says nothing. */
    static final class PriceException extends RuntimeException {}

    private PriceUtils() {}
}
