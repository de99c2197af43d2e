package kontor.support.object;

/**
 * One thing that a ticket is about.
 *
 * @param id as its owner writes it: a number, or a UUID for a member
 */
public record TargetRef(TargetType type, String id) {

    private static final int LONGEST = 40;

    public TargetRef {
        if (id.isEmpty() || id.codePointCount(0, id.length()) > LONGEST) {
            throw new IllegalArgumentException("An id has 1 to 40 characters.");
        }
    }
}
