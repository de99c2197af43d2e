package kontor.reporting.figure;

/** Two sides of one thing that should agree and do not (section 11); gone as soon as they do. */
public final class Mismatch {

    public static final Figure FIGURE =
            Figure.of("mismatches").by("check", "id").measuring("number", "expected", "found");

    private Mismatch() {}

    public static Contribution of(String check, String id, long expected, long found) {
        return FIGURE.at(check, id).adds(1, expected, found);
    }
}
