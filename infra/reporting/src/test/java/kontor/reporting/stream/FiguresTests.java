package kontor.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.Topics;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Newest;
import kontor.reporting.figure.Subject;
import kontor.testkit.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The topology on a subject small enough to see through: a glass is filled on one topic and emptied on another. */
class FiguresTests {

    static final String FILLED = "kontor.bar.filled.v1";
    private static final String EMPTIED = "kontor.bar.emptied.v1";
    static final Figure LITRES = Figure.of("litres").by("bar").measuring("glasses", "litres");

    /** State of a bar's glass: what is in it. */
    record Glass(String bar, long litres) {}

    record Change(String glass, @Nullable String bar, long litres) {}

    record Bar(String name) {}

    private static final Newest<Bar> BARS = new Newest<>("kontor.bar.bars.v1", Bar.class);

    static final Subject<Glass> GLASSES = new Subject<>() {
        @Override
        public String name() {
            return "glass";
        }

        @Override
        public Set<String> topics() {
            return Set.of(FILLED, EMPTIED);
        }

        @Override
        public Glass begin() {
            return new Glass("", 0);
        }

        @Override
        public List<String> ids(Message fact) {
            return List.of(fact.as(Change.class).glass());
        }

        @Override
        public Glass apply(String id, Glass glass, Message fact) {
            Change change = fact.as(Change.class);
            @Nullable String bar = change.bar();
            long litres = fact.topic().equals(FILLED) ? change.litres() : -change.litres();
            return new Glass(bar == null ? glass.bar() : bar, glass.litres() + litres);
        }

        @Override
        public List<Contribution> contributions(String id, Glass glass) {
            return glass.litres() < 0
                    ? List.of(Mismatch.of("glass", id, 0, glass.litres()))
                    : List.of(LITRES.at(glass.bar()).adds(1, glass.litres()));
        }

        @Override
        public List<Figure> figures() {
            return List.of(LITRES);
        }
    };

    @Test
    void movesWhatAThingAddsWhenItChanges() {
        try (Topics topics = Topics.of(GLASSES)) {
            topics.tell(filled("a", 1, "one", 2)).tell(filled("b", 1, "one", 3));
            assertThat(topics.rows(LITRES)).containsExactly(row("one", 2, 5));

            topics.tell(filled("a", 2, "two", 1));
            assertThat(topics.rows(LITRES)).containsExactly(row("one", 1, 3), row("two", 1, 3));
        }
    }

    @Test
    void countsAFactOnceHoweverOftenItComes() {
        try (Topics topics = Topics.of(GLASSES)) {
            Fact first = filled("a", 1, "one", 2);
            topics.tell(first).tell(first).tell(filled("a", 2, "one", 2)).tell(first);

            assertThat(topics.rows(LITRES)).containsExactly(row("one", 1, 4));
        }
    }

    @Test
    void waitsOnAGapAndNeverSkips() {
        try (Topics topics = Topics.of(GLASSES)) {
            topics.tell(filled("a", 3, "three", 0)).tell(filled("a", 2, "two", 0));
            assertThat(topics.rows(LITRES)).isEmpty();

            topics.tell(filled("a", 1, "one", 1));
            assertThat(topics.rows(LITRES)).containsExactly(row("three", 1, 1));
        }
    }

    /** whatever comes between what; a failure names the number that replays it. */
    @Test
    void givesTheSameFiguresInWhateverOrderTopicsAreRead() {
        for (long number = 0; number < 20; number++) {
            Random chance = new Random(number);
            List<Fact> left = new ArrayList<>(everything());
            try (Topics topics = Topics.of(GLASSES)) {
                while (!left.isEmpty()) {
                    Fact next = left.get(chance.nextInt(left.size()));
                    topics.tell(next);
                    if (chance.nextInt(4) > 0) {
                        left.remove(next);
                    }
                }
                assertThat(topics.rows(LITRES))
                        .as("order number " + number)
                        .containsExactly(row("one", 1, 5), row("two", 1, 1));
                assertThat(topics.rows(Mismatch.FIGURE))
                        .as("order number " + number)
                        .isEmpty();
            }
        }
    }

    private static List<Fact> everything() {
        return List.of(
                filled("a", 1, "one", 4),
                filled("a", 2, "one", 6),
                filled("b", 1, "one", 1),
                filled("b", 2, "two", 3),
                emptied("a", 1, 5),
                emptied("b", 1, 2),
                emptied("b", 2, 1));
    }

    @Test
    void keepsTheNewestStateWhateverComesLater() {
        try (Topics topics = Topics.of(List.of(GLASSES), BARS)) {
            topics.tell(state("one", 5, "{\"name\":\"Five\"}")).tell(state("one", 3, "{\"name\":\"Three\"}"));
            topics.tell(state("two", 1, "{\"name\":\"Two\"}")).tell(state("two", 2, null));
            topics.tell(state("two", 1, "{\"name\":\"Two\"}"));

            assertThat(topics.reading().newest(BARS)).containsExactly(Map.entry("one", new Bar("Five")));
        }
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatThrownBy(() -> new Figures(List.of(GLASSES, GLASSES), List.of()))
                .hasMessage("Two are named glass.");
    }

    static Fact filled(String glass, long sequence, String bar, long litres) {
        return Fact.of(FILLED, "kontor.bar.glass-filled.v1", glass, sequence, """
                {"glass":"%s","bar":"%s","litres":%d}""".formatted(glass, bar, litres));
    }

    /** Under another key than the glass, as the topics of the shop have them. */
    private static Fact emptied(String glass, long sequence, long litres) {
        return Fact.of(
                EMPTIED, "kontor.bar.glass-emptied.v1", "washing-" + glass, sequence, """
                {"glass":"%s","litres":%d}""".formatted(glass, litres));
    }

    private static Fact state(String bar, long version, @Nullable String body) {
        return Fact.of(BARS.topic(), "kontor.bar.bars-state.v1", bar, version, body);
    }

    static Map<String, Object> row(String bar, long glasses, long litres) {
        return Map.of("bar", bar, "glasses", glasses, "litres", litres);
    }
}
