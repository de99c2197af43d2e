package kontor.catalog.deal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is used of the facts of a purchase, which agree in it; one that cannot be makes the record a dead letter. */
record Purchase(long purchaseId, List<Line> lines) {

    private static final int LINES_MOST = 100;
    private static final int PIECES_MOST = 10_000;

    Purchase {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > LINES_MOST) {
            throw new IllegalArgumentException("The lines are none of 1 to " + LINES_MOST + ".");
        }
    }

    /** Pieces by listing, in the order of the listings; lines of one listing are added up (C-21). */
    SortedMap<Long, Integer> wanted() {
        SortedMap<Long, Integer> wanted = new TreeMap<>();
        lines.forEach(line -> wanted.merge(line.listingId, line.quantity, Integer::sum));
        return wanted;
    }

    /** Pieces of a listing. */
    record Line(long listingId, int quantity) {

        Line {
            if (quantity < 1 || quantity > PIECES_MOST) {
                throw new IllegalArgumentException("The quantity is none of 1 to " + PIECES_MOST + ".");
            }
        }
    }
}
