package kontor.support.ticket;

import static kontor.support.ticket.Opened.CHIEF;
import static kontor.support.ticket.Opened.CREATOR;
import static kontor.support.ticket.Opened.OTHER;
import static kontor.support.ticket.Opened.active;
import static kontor.support.ticket.Opened.facts;
import static kontor.support.ticket.Opened.held;
import static kontor.support.ticket.Opened.now;
import static kontor.support.ticket.Opened.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.support.party.Viewer;
import kontor.support.ticket.LockedTicket.Moment;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every step at every level from every status by every actor, held against the tables of the domain page. */
class TicketStepTests {

    /** From, to, who; what is not in it is done by nobody. */
    private static final List<Row> TABLE = Row.read("""
            OPEN    | PENDING | holder, chief
            PENDING | OPEN    | creator, holder, chief
            OPEN    | SOLVED  | holder, chief
            PENDING | SOLVED  | holder, chief
            SOLVED  | OPEN    | creator
            SOLVED  | CLOSED  | creator
            OPEN    | CLOSED  | creator, chief
            PENDING | CLOSED  | creator, chief
            """);

    /** No chief, so that it is the ticket that gives him his rights; whether his level suffices is judged before. */
    private static final Viewer HOLDER = new Viewer(new UUID(8, 9), 2);

    private static final Map<String, Viewer> ACTORS =
            Map.of("creator", CREATOR, "holder", HOLDER, "other staff", OTHER, "chief", CHIEF);

    /** What creators do besides, by the level and status in which it is granted. */
    private static final Map<String, BiConsumer<Ticket, Viewer>> CREATORS = Map.of(
            "human", (ticket, by) -> ticket.askForHuman(by, now()),
            "acceptance", (ticket, by) -> ticket.accept(by, now()));

    private record Row(TicketStatus from, TicketStatus to, Set<String> who) {

        private static List<Row> read(String table) {
            return table.lines()
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(cells -> new Row(
                            TicketStatus.valueOf(cells[0]),
                            TicketStatus.valueOf(cells[1]),
                            Set.of(cells[2].split(", ", -1))))
                    .toList();
        }
    }

    private static Stream<Ticket> everywhere() {
        return Stream.of(Level.values())
                .flatMap(level -> Stream.of(TicketStatus.values()).map(status -> Opened.in(level, status)));
    }

    private static String nameOf(Ticket ticket) {
        return "%s at %s".formatted(ticket.status(), ticket.level());
    }

    @TestFactory
    Stream<DynamicTest> statusesMoveAlongTheTable() {
        return Stream.of(TicketStatus.values())
                .flatMap(to -> ACTORS.keySet().stream()
                        .flatMap(actor -> everywhere()
                                .map(ticket -> DynamicTest.dynamicTest(
                                        "%s to %s by %s".formatted(nameOf(ticket), to, actor),
                                        () -> check(ticket, to, actor)))));
    }

    private static void check(Ticket ticket, TicketStatus to, String actor) {
        TicketStatus from = ticket.status();
        Level level = ticket.level();
        held(ticket, active(HOLDER));
        int before = facts(ticket).size();

        String outcome = outcome(() -> ticket.move(viewer(actor), to, now()));

        assertThat(outcome).isEqualTo(expected(from, to, actor));
        assertThat(ticket.level()).isEqualTo(level);
        assertThat(ticket.status()).isEqualTo(outcome.equals("done") ? to : from);
        boolean isClosing = to == TicketStatus.CLOSED;
        assertThat(facts(ticket)).hasSize(before + (outcome.equals("done") ? isClosing ? 2 : 1 : 0));
    }

    private static Viewer viewer(String actor) {
        return ACTORS.getOrDefault(actor, OTHER);
    }

    /** The right comes first, and where nobody can, it is that of who can lead there at all; then the state. */
    private static String expected(TicketStatus from, TicketStatus to, String actor) {
        boolean isInTable = TABLE.stream().anyMatch(row -> row.from() == from && row.to() == to);
        Set<String> allowed = TABLE.stream()
                .filter(row -> row.to() == to && (row.from() == from || !isInTable))
                .flatMap(row -> row.who().stream())
                .collect(Collectors.toSet());
        if (!allowed.contains(actor)) {
            return "forbidden";
        }
        if (from == to) {
            return "already-in-state";
        }
        return isInTable ? "done" : "not-allowed-in-state";
    }

    @TestFactory
    Stream<DynamicTest> creatorsAskForHumansOrAcceptOnlyAtAuto() {
        return CREATORS.entrySet().stream()
                .flatMap(step -> ACTORS.keySet().stream()
                        .flatMap(actor -> everywhere()
                                .map(ticket -> DynamicTest.dynamicTest(
                                        "%s, %s by %s".formatted(nameOf(ticket), step.getKey(), actor), () -> {
                                            String expected = actor.equals("creator")
                                                    ? ofCreator(step.getKey(), ticket)
                                                    : "forbidden";

                                            assertThat(outcome(() ->
                                                            step.getValue().accept(ticket, viewer(actor))))
                                                    .isEqualTo(expected);
                                        }))));
    }

    private static String ofCreator(String step, Ticket ticket) {
        boolean isHuman = step.equals("human");
        if (ticket.status() == TicketStatus.CLOSED) {
            return "not-allowed-in-state";
        }
        if (ticket.level() != Level.AUTO) {
            return isHuman ? "already-in-state" : "not-allowed-in-state";
        }
        if (ticket.status() == TicketStatus.SOLVED) {
            return isHuman ? "not-allowed-in-state" : "already-in-state";
        }
        return "done";
    }

    /** S-4: one step at a time, staff from SUPPORT_1 on, nobody beyond CHIEF. */
    @TestFactory
    Stream<DynamicTest> levelsClimbOneStepAtATime() {
        return everywhere()
                .map(ticket -> DynamicTest.dynamicTest(nameOf(ticket), () -> {
                    Level before = ticket.level();
                    boolean isClosed = ticket.status() == TicketStatus.CLOSED;
                    boolean isStaffs = before == Level.SUPPORT_1 || before == Level.SUPPORT_2;

                    String outcome = outcome(() -> ticket.escalate(CHIEF, null, now()));

                    assertThat(outcome).isEqualTo(isStaffs && !isClosed ? "done" : "not-allowed-in-state");
                    assertThat(ticket.level()).isEqualTo(outcome.equals("done") ? before.next() : before);
                }));
    }

    /** What the System does at its time, in the states that it is for; it looks first, and leaves the others alone. */
    @TestFactory
    Stream<DynamicTest> theSystemActsOnlyWhereItMay() {
        Map<String, BiConsumer<Ticket, Moment>> steps =
                Map.of("fails the answer", Ticket::failAutomatic, "closes what is solved", Ticket::expire);
        return steps.entrySet().stream()
                .flatMap(step -> everywhere()
                        .map(ticket -> DynamicTest.dynamicTest(nameOf(ticket) + ": " + step.getKey(), () -> {
                            boolean isAnswer = step.getKey().startsWith("fails");
                            boolean isDue = isAnswer
                                    ? ticket.status() == TicketStatus.OPEN && ticket.level() == Level.AUTO
                                    : ticket.status() == TicketStatus.SOLVED;
                            int before = facts(ticket).size();

                            step.getValue().accept(ticket, now());

                            assertThat(facts(ticket)).hasSize(isDue ? before + 1 : before);
                        })));
    }
}
