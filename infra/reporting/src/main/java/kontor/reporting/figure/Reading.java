package kontor.reporting.figure;

import java.util.List;
import java.util.Map;

/** All that is kept, on whichever instance: what a report is made from. */
public interface Reading {

    /** The rows of a figure whose key begins so, in the order of their keys. */
    List<Sum> sums(Figure figure, Object... beginning);

    /** The states of all things of a kind, by id. */
    <S> Map<String, S> states(Subject<S> subject);

    /** The newest states of a state topic, by id. */
    <T> Map<String, T> newest(Newest<T> topic);
}
