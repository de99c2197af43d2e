package kontor.importer.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kontor.importer.source.Shelf;

/**
 * The switches of a replenishment and of its lines lie in two tables and are merged by time. Within the same second the
 * source has written them like this: revoking the last line revokes the whole after it; applying a line again, when all
 * are revoked, applies the whole before it.
 */
final class ReplenishmentHistory {

    private final Set<Long> live = new HashSet<>();

    /** The whole was applied for a line that is to come. */
    private boolean isLineNext;

    ReplenishmentHistory(List<Shelf.Line> lines) {
        lines.forEach(line -> live.add(line.id()));
    }

    /** Both lists are in the order of their ids and stay in it. */
    List<Shelf.Switch> merge(List<Shelf.Switch> ofWhole, List<Shelf.Switch> ofLines) {
        List<Shelf.Switch> merged = new ArrayList<>();
        int whole = 0;
        int line = 0;
        while (whole < ofWhole.size() && line < ofLines.size()) {
            if (isWholeFirst(ofWhole.get(whole), ofLines.get(line))) {
                merged.add(noteWhole(ofWhole.get(whole++)));
            } else {
                merged.add(note(ofLines.get(line++)));
            }
        }
        merged.addAll(ofWhole.subList(whole, ofWhole.size()));
        merged.addAll(ofLines.subList(line, ofLines.size()));
        return merged;
    }

    private boolean isWholeFirst(Shelf.Switch whole, Shelf.Switch line) {
        int byTime = whole.at().at().compareTo(line.at().at());
        return byTime != 0 ? byTime < 0 : live.isEmpty() && !isLineNext;
    }

    private Shelf.Switch noteWhole(Shelf.Switch whole) {
        isLineNext = !whole.revoked() && live.isEmpty();
        return whole;
    }

    private Shelf.Switch note(Shelf.Switch line) {
        isLineNext = false;
        if (line.revoked()) {
            live.remove(line.thingId());
        } else {
            live.add(line.thingId());
        }
        return line;
    }
}
