package kontor.reporting.stream;

import static kontor.reporting.stream.FiguresTests.FILLED;
import static kontor.reporting.stream.FiguresTests.GLASSES;
import static kontor.reporting.stream.FiguresTests.LITRES;
import static kontor.reporting.stream.FiguresTests.filled;
import static kontor.reporting.stream.FiguresTests.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kontor.reporting.Topics;
import kontor.testkit.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read is put aside, and holds up nothing but its own key. */
class AsideTests {

    @Test
    void putsAsideWhatCannotBeReadAndStopsThatKeyOnly() {
        try (Topics topics = Topics.of(GLASSES)) {
            Fact good = filled("a", 1, "one", 1);
            topics.tell(good.body("{\"litres\":1}"))
                    .tell(filled("a", 2, "one", 1))
                    .tell(filled("b", 1, "one", 7));

            assertThat(topics.aside()).singleElement().satisfies(aside -> {
                assertThat(aside.topic()).isEqualTo(FILLED);
                assertThat(aside.cause()).contains("Change");
            });
            assertThat(topics.rows(LITRES)).containsExactly(row("one", 1, 7));

            topics.tell(good);
            assertThat(topics.aside()).isEmpty();
            assertThat(topics.rows(LITRES)).containsExactly(row("one", 2, 9));
        }
    }

    @Test
    void putsAsideWhatCannotBeReadAlsoBeforeItsTurn() {
        try (Topics topics = Topics.of(GLASSES)) {
            Fact second = filled("a", 2, "two", 1);
            topics.tell(second.body("{\"litres\":1}")).tell(filled("a", 1, "one", 1));

            assertThat(topics.rows(LITRES)).containsExactly(row("one", 1, 1));
            assertThat(topics.aside())
                    .singleElement()
                    .satisfies(aside -> assertThat(aside.version()).isEqualTo(2));

            topics.tell(second);
            assertThat(topics.rows(LITRES)).containsExactly(row("two", 1, 2));
            assertThat(topics.aside()).isEmpty();
        }
    }

    /** What has no place may hold up nobody, so it neither hides nor takes along what does. */
    @Test
    void tellsWhatHoldsUpOthersThoughSomethingWithoutAPlaceComesBeforeOrBehind() {
        Fact first = filled("a", 1, "one", 1);
        Fact placeless = first.header("ce_sequence", "first");
        Fact spoilt = filled("a", 2, "two", 1).body("{\"litres\":1}");
        for (List<Fact> told : List.of(List.of(placeless, spoilt), List.of(spoilt, placeless))) {
            try (Topics topics = Topics.of(GLASSES)) {
                told.forEach(topics::tell);
                topics.tell(first);

                assertThat(topics.aside())
                        .singleElement()
                        .satisfies(aside -> assertThat(aside.version()).isEqualTo(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void putsAsideWhatIsNoEvent(Fact broken) {
        try (Topics topics = Topics.of(GLASSES)) {
            topics.tell(broken).tell(filled("b", 1, "one", 7));

            assertThat(topics.aside()).hasSize(1);
            assertThat(topics.rows(LITRES)).containsExactly(row("one", 1, 7));
        }
    }

    static Stream<Fact> unreadable() {
        Fact good = filled("a", 1, "one", 1);
        return Stream.of(
                good.header("ce_id", null),
                good.header("ce_sequence", "first"),
                good.header("ce_subject", "another"),
                good.body("no JSON"),
                good.body(null));
    }
}
