package kontor.catalog.importing;

import java.util.List;

/** What became of each row, in the order sent. */
record ImportReport(List<Result> results) {

    enum Outcome {
        CREATED,
        /** What was here under the same name got the external id. */
        MATCHED,
        /** The external id was here already; nothing else of the row was looked at. */
        UNCHANGED
    }

    /** A row. */
    record Result(String externalId, long id, Outcome outcome) {}
}
