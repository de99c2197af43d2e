package kontor.catalog.replenishment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.catalog.stock.MoveKind;
import kontor.catalog.stock.Movement;

/**
 * A line of a replenishment and what it has moved so far.
 *
 * @param moved pieces that all its moves add up to
 * @param at since when they are there: the time of the collection
 * @param moves number of its last move
 */
record Line(long lineId, long collectionId, long productId, int moved, Instant at, int moves) {

    /** One that has moved nothing yet. */
    static Line fresh(long lineId, long collectionId, long productId, Instant at) {
        return new Line(lineId, collectionId, productId, 0, at, 0);
    }

    /** The line once it has moved this many pieces, all at this time. */
    Line movedTo(int amount, Instant when) {
        return new Line(
                lineId,
                collectionId,
                productId,
                amount,
                when,
                moves + steps(amount, when).size());
    }

    /** What brings it there. Pieces that came at another time than told first are taken out at that time (C-15). */
    List<Movement> movements(int amount, Instant when) {
        List<Movement> movements = new ArrayList<>();
        for (Step step : steps(amount, when)) {
            movements.add(new Movement(
                    productId, MoveKind.REPLENISHMENT, step.delta, step.at, ref(movements.size() + 1), null));
        }
        return movements;
    }

    private List<Step> steps(int amount, Instant when) {
        List<Step> steps = when.equals(at)
                ? List.of(new Step(amount - moved, at))
                : List.of(new Step(-moved, at), new Step(amount, when));
        return steps.stream().filter(step -> step.delta != 0).toList();
    }

    private String ref(int step) {
        return "replenishment:%d:%d".formatted(lineId, moves + step);
    }

    private record Step(int delta, Instant at) {}
}
