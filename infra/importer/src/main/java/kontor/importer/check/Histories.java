package kontor.importer.check;

import java.util.HashMap;
import java.util.Map;
import kontor.importer.reading.Findings;
import kontor.importer.source.Community;
import kontor.importer.source.Shelf;

/** What is revoked and applied again goes to and fro, begins with revoking, and ends where the thing stands. */
final class Histories {

    private Histories() {}

    static void check(Community community, Findings findings) {
        for (Things things : Things.of(community.shelf())) {
            check(things, community.shelf(), findings);
        }
    }

    private static void check(Things things, Shelf shelf, Findings findings) {
        Map<Long, Boolean> state = new HashMap<>();
        for (Shelf.Switch row : shelf.switches(things.history())) {
            boolean before = state.getOrDefault(row.thingId(), false);
            if (before == row.revoked()) {
                findings.add(
                        row.table(),
                        row.id(),
                        (row.revoked()
                                        ? "row %d of %s is revoked a second time"
                                        : "row %d of %s is applied again without having been revoked")
                                .formatted(row.thingId(), things.table().title()));
            }
            state.put(row.thingId(), row.revoked());
        }
        things.revoked().forEach((id, revoked) -> {
            if (!revoked.equals(state.getOrDefault(id, false))) {
                findings.add(
                        things.table(),
                        id,
                        (revoked ? "it is revoked, but %s does not say so" : "it is not revoked, but %s ends with that")
                                .formatted(things.history().title()));
            }
        });
    }
}
