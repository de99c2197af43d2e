package kontor.catalog.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import kontor.catalog.stock.Movement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTests {

    private static final Instant THIRD = Instant.parse("2026-06-03T12:00:00Z");
    private static final Instant FOURTH = Instant.parse("2026-06-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "0  | 12 | 3 | 12 on 3",
                "12 | 12 | 3 | nothing",
                "12 | 10 | 3 | -2 on 3",
                "12 | 0  | 3 | -12 on 3",
                "12 | 12 | 4 | -12 on 3, 12 on 4",
                "12 | 10 | 4 | -12 on 3, 10 on 4",
                "12 | 0  | 4 | -12 on 3",
                "0  | 5  | 4 | 5 on 4",
                "0  | 0  | 4 | nothing",
            })
    void movesWhatIsMissing(int moved, int amount, int day, @Nullable String expected) {
        Line line = new Line(7, 1, 2, moved, THIRD, 3);

        List<Movement> movements = line.movements(amount, day == 3 ? THIRD : FOURTH);

        assertThat(shown(movements)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void numbersItsMoves() {
        Line line = Line.fresh(7, 1, 2, THIRD);

        Line booked = line.movedTo(12, THIRD);
        Line later = booked.movedTo(12, FOURTH);

        assertThat(refs(line.movements(12, THIRD))).containsExactly("replenishment:7:1");
        assertThat(refs(booked.movements(12, FOURTH))).containsExactly("replenishment:7:2", "replenishment:7:3");
        assertThat(refs(later.movements(11, FOURTH))).containsExactly("replenishment:7:4");
    }

    private static List<String> refs(List<Movement> movements) {
        return movements.stream().map(Movement::businessRef).toList();
    }

    private static String shown(List<Movement> movements) {
        return movements.stream()
                .map(movement -> movement.delta() + " on " + (movement.at().equals(THIRD) ? 3 : 4))
                .collect(Collectors.joining(", "));
    }
}
