package kontor.platform.rejection;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** One or more fields or parameters break their field table (G-24); all of them are named together. */
public final class InvalidField extends Rejection {

    public InvalidField(String pointer, String message) {
        this(List.of(new Fault(pointer, "invalid-field", message)));
    }

    /**
     * The problem's code is that of the first fault: {@code invalid-field}, {@code unknown-field} or {@code
     * unknown-parameter}.
     */
    public InvalidField(List<Fault> faults) {
        super(Kind.MALFORMED, faults.getFirst().code(), sentence(faults), faults, Map.of());
    }

    private static String sentence(List<Fault> faults) {
        Fault first = faults.getFirst();
        return "%s: %s".formatted(first.pointer(), first.message());
    }
}
