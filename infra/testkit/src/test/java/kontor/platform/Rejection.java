package kontor.platform;

/** Stand-in. */
public abstract class Rejection extends RuntimeException {

    /** Stand-in. */
    public enum Kind {
        RULE_BROKEN
    }

    protected Rejection(Kind kind, String code, String detail) {
        super(kind + code + detail);
    }
}
