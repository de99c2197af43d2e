package kontor.ledger.importing;

import java.util.List;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.FactKind;

/** What became of the facts, in the order sent. */
record FactResults(List<FactResult> results) {

    /**
     * What became of a fact.
     *
     * @param id of the thing booked, or of the row in the history of what was switched
     */
    record FactResult(FactKind kind, String externalId, long id, Outcome outcome) {

        static FactResult of(CommunityFact fact, long id, Outcome outcome) {
            return new FactResult(fact.kind(), fact.externalId(), id, outcome);
        }
    }

    /** UNCHANGED: it had been taken over before, and nothing else of it was looked at. */
    enum Outcome {
        CREATED,
        UNCHANGED
    }
}
