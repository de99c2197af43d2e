package kontor.support.ticket;

import static kontor.support.ticket.Opened.CHIEF;
import static kontor.support.ticket.Opened.CREATOR;
import static kontor.support.ticket.Opened.NINE;
import static kontor.support.ticket.Opened.ONE;
import static kontor.support.ticket.Opened.active;
import static kontor.support.ticket.Opened.after;
import static kontor.support.ticket.Opened.held;
import static kontor.support.ticket.Opened.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.platform.messaging.EventJson;
import kontor.support.answer.Answer;
import kontor.support.promise.Priority;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.util.ReflectionTestUtils;

/** Every fact of a ticket fits its contract. */
class TicketFactTests {

    /** Tickets that together tell everything. */
    private static Stream<TicketFact> facts() {
        Ticket handled = Opened.fresh();
        handled.take(ONE, false, now());
        held(handled, active(ONE));
        handled.written(ONE.memberId(), NINE.plusSeconds(1), now());
        handled.prioritise(ONE, Priority.HIGH, now());
        handled.move(ONE, TicketStatus.PENDING, now());
        handled.escalate(CHIEF, "For the log alone", now());
        handled.move(CHIEF, TicketStatus.SOLVED, now());
        handled.move(CREATOR, TicketStatus.OPEN, now());
        handled.miss(after("PT50H"));
        handled.move(CREATOR, TicketStatus.CLOSED, after("PT51H"));
        Ticket aboutNothing = new Ticket(
                new NewTicket(
                        CREATOR.memberId(),
                        "Hello",
                        "Is anybody there?",
                        new Answer(null, "Yes."),
                        null,
                        Priority.LOW,
                        NINE),
                now());
        ReflectionTestUtils.setField(aboutNothing, "id", 72L);
        aboutNothing.accept(CREATOR, now());
        aboutNothing.expire(after("PT200H"));
        return Stream.of(handled, aboutNothing).flatMap(ticket -> Opened.facts(ticket).stream());
    }

    private static String typeOf(TicketFact fact) {
        String kebab = fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return "kontor.support.%s.v1".formatted(kebab);
    }

    @TestFactory
    Stream<DynamicTest> fitsItsSchema() {
        return facts().map(fact -> DynamicTest.dynamicTest(
                typeOf(fact) + " " + fact.version(),
                () -> EventSchema.of(typeOf(fact)).assertValid(EventJson.write(fact))));
    }

    @Test
    void isToldOfEveryKind() {
        Set<String> kinds = facts().map(fact -> fact.getClass().getSimpleName()).collect(Collectors.toSet());

        assertThat(kinds).hasSize(9);
    }

    @Test
    void isNumberedWithoutGaps() {
        List<Long> versions = facts().filter(fact -> fact.ticketId() == 71)
                .map(TicketFact::version)
                .toList();

        assertThat(versions).startsWith(1L).isSorted().doesNotHaveDuplicates().endsWith((long) versions.size());
    }

    /** What staff writes about a ticket stays with it (G-36). */
    @Test
    void keepsReasonsToItself() {
        assertThat(facts().map(EventJson::write)).noneMatch(body -> body.contains("For the log alone"));
    }
}
