package kontor.reporting.figure;

import java.util.List;
import java.util.Set;
import kontor.platform.messaging.Message;

/**
 * One kind of thing that facts are about, such as a shelf purchase. It says what a fact makes of the thing and what the
 * thing, as it is now, adds to the figures; the difference to what it added before is worked out elsewhere, so that a
 * revocation needs no code of its own.
 *
 * <p>All methods are pure. Facts of one key come once and in their order; between topics, and between keys, any order
 * must lead to the same state.
 *
 * @param <S> its state, a record that Jackson can write and read
 */
public interface Subject<S> {

    /** For good, since states are kept under it. */
    String name();

    /** Fact topics only; states are asked for by {@link Reading#newest}. */
    Set<String> topics();

    /** The state of a thing of which nothing is known yet. */
    S begin();

    /** The ids of the things that this fact is about, usually that of its own key; none if it is of no interest. */
    default List<String> ids(Message fact) {
        return List.of(fact.key());
    }

    S apply(String id, S state, Message fact);

    List<Contribution> contributions(String id, S state);

    /** What its contributions go to. */
    List<Figure> figures();

    /** How its state is read back. */
    @SuppressWarnings("unchecked")
    default Class<S> type() {
        return (Class<S>) begin().getClass();
    }
}
