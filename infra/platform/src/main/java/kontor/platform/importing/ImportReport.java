package kontor.platform.importing;

import java.util.List;

/** What became of each row, in the order sent. */
public record ImportReport(List<Result> results) {

    /** Of a row. */
    public enum Outcome {
        CREATED,
        /** What was here under the same name got the external id. */
        MATCHED,
        /** The external id was here already; nothing else of the row was looked at. */
        UNCHANGED
    }

    /**
     * A row.
     *
     * @param id UUID of a member, number of everything else
     */
    public record Result(String externalId, Object id, Outcome outcome) {}
}
