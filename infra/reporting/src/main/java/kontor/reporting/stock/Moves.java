package kontor.reporting.stock;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.springframework.stereotype.Component;

/** Pieces that came and went, at the time of the fact: a counter move stands where what it takes out does. */
@Component
public final class Moves implements Subject<Moves.Move> {

    public static final Figure PER_DAY =
            Figure.of("stock-moves").by("day", "productId", "kind").measuring("pieces");

    /** To the moment, since a base and a stocktaking are moments too. */
    public static final Figure MOMENTS =
            Figure.of("stock-moments").by("productId", "at", "kind").measuring("pieces");

    /** Kinds whose facts are purchases and replenishments, which the ledger tells too. */
    public static final Set<String> OF_THE_LEDGER = Set.of("SHELF", "REPLENISHMENT");

    private static final String MOVED = "kontor.catalog.stock-moved.v1";

    private final Days days;

    public Moves(Days days) {
        this.days = days;
    }

    /** At most one fact: a move is never changed. */
    record Move(List<Moved> moved) {}

    /** What is used of the event. */
    record Moved(long productId, long moveId, String kind, long delta, Instant at) {}

    @Override
    public String name() {
        return "stock-move";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Bases.TOPIC);
    }

    @Override
    public Move begin() {
        return new Move(List.of());
    }

    @Override
    public List<String> ids(Message fact) {
        return fact.type().equals(MOVED)
                ? List.of(Long.toString(fact.as(Moved.class).moveId()))
                : List.of();
    }

    @Override
    public Move apply(String id, Move move, Message fact) {
        return fact.type().equals(MOVED) ? new Move(List.of(fact.as(Moved.class))) : move;
    }

    @Override
    public List<Contribution> contributions(String id, Move move) {
        return move.moved().stream()
                .flatMap(moved -> Stream.of(
                        PER_DAY.at(days.day(moved.at()), moved.productId(), moved.kind())
                                .adds(moved.delta()),
                        MOMENTS.at(moved.productId(), moved.at(), moved.kind()).adds(moved.delta())))
                .toList();
    }

    @Override
    public List<Figure> figures() {
        return List.of(PER_DAY, MOMENTS);
    }
}
