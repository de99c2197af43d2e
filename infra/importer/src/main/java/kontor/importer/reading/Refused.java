package kontor.importer.reading;

import java.util.List;

/** Nothing is taken over, because of what is wrong with the file or in the way; the first sentence says it. */
public final class Refused extends RuntimeException {

    private final List<String> further;

    /** A file that is wrong as a whole. */
    public Refused(String sentence) {
        super(sentence);
        further = List.of();
    }

    Refused(Findings findings) {
        super(findings.shown().getFirst() + ".");
        further = findings.shown().stream()
                .skip(1)
                .map(Finding::toString)
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        if (findings.count() > findings.shown().size()) {
            further.add(
                    "and %d more".formatted(findings.count() - findings.shown().size()));
        }
    }

    /** What else was found, one line each. */
    public List<String> further() {
        return List.copyOf(further);
    }
}
