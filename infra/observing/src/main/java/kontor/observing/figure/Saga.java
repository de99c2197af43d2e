package kontor.observing.figure;

import java.util.List;

/**
 * Something that waits for others, so that it may be parked: a bean for each kind.
 *
 * @param states in which one may wait
 * @param sql for each state that occurs: {@code state}, how many are {@code waiting}, how many of them are {@code
 *     overdue}, and the {@code oldest_seconds}
 */
public record Saga(String name, List<String> states, String sql) {

    public Saga {
        states = List.copyOf(states);
    }
}
