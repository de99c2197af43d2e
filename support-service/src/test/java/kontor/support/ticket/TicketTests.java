package kontor.support.ticket;

import static kontor.support.ticket.Opened.CHIEF;
import static kontor.support.ticket.Opened.CREATOR;
import static kontor.support.ticket.Opened.NINE;
import static kontor.support.ticket.Opened.ONE;
import static kontor.support.ticket.Opened.OTHER;
import static kontor.support.ticket.Opened.TWO;
import static kontor.support.ticket.Opened.active;
import static kontor.support.ticket.Opened.after;
import static kontor.support.ticket.Opened.fresh;
import static kontor.support.ticket.Opened.held;
import static kontor.support.ticket.Opened.now;
import static kontor.support.ticket.Opened.outcome;
import static kontor.support.ticket.Opened.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.platform.security.Caller;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.ticket.TicketFact.AssignmentEnded;
import kontor.support.ticket.TicketFact.TicketAssigned;
import kontor.support.ticket.TicketFact.TicketClosed;
import kontor.support.ticket.TicketFact.TicketEscalated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of a ticket beyond its steps and targets: who has it, what messages do, how it ends. */
class TicketTests {

    private static <T> T last(Ticket ticket, Class<T> type) {
        return type.cast(Opened.facts(ticket).getLast());
    }

    @Test
    void isOpenAtAutoWhenItIsMade() {
        Ticket ticket = fresh();

        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ticket.level()).isEqualTo(Level.AUTO);
        assertThat(ticket.priority()).isEqualTo(Priority.NORMAL);
        assertThat(Opened.facts(ticket)).singleElement().isInstanceOf(TicketFact.TicketOpened.class);
    }

    /** S-3. */
    @Test
    void goesToAHumanAtOnceIfItIsUrgent() {
        Ticket ticket = fresh(Priority.URGENT);

        ticket.hurry(now());
        ticket.hurry(now());

        assertThat(ticket.level()).isEqualTo(Level.SUPPORT_1);
        assertThat(last(ticket, TicketEscalated.class).actor().actorId()).isEqualTo(Caller.SYSTEM);
    }

    @Test
    void goesToAHumanWhenItBecomesUrgent() {
        Ticket ticket = fresh();

        assertThat(told(ticket, () -> ticket.prioritise(CHIEF, Priority.URGENT, now())))
                .containsExactly("TicketPriorityChanged", "TicketEscalated");
        assertThat(ticket.level()).isEqualTo(Level.SUPPORT_1);
    }

    /** S-6. */
    @Test
    void isTakenByWhoIsFirstUnlessTakenOver() {
        Ticket ticket = held(Opened.in(Level.SUPPORT_1, TicketStatus.OPEN), active(ONE));

        assertThat(outcome(() -> ticket.take(ONE, true, now()))).isEqualTo("already-in-state");
        assertThat(outcome(() -> ticket.take(OTHER, false, now()))).isEqualTo("already-assigned");
        assertThat(told(ticket, () -> ticket.take(OTHER, true, now())))
                .containsExactly("AssignmentEnded", "TicketAssigned");
        assertThat(last(ticket, TicketAssigned.class).cause()).isEqualTo(TicketFact.Taking.TAKEN_OVER);
    }

    @Test
    void isTakenFromAutoToTheFirstLevel() {
        Ticket ticket = fresh();

        assertThat(told(ticket, () -> ticket.take(ONE, false, now())))
                .containsExactly("TicketEscalated", "TicketAssigned");
        assertThat(ticket.level()).isEqualTo(Level.SUPPORT_1);
        assertThat(last(ticket, TicketAssigned.class).targetId()).isEqualTo("501");
    }

    /** Whatever grant he has. */
    @Test
    void isNeverHandledByWhoHasOpenedIt() {
        Viewer creator = new Viewer(CREATOR.memberId(), 3);
        Ticket ticket = fresh();

        assertThat(outcome(() -> ticket.take(creator, true, now()))).isEqualTo("own-ticket");
        assertThat(outcome(() -> ticket.escalate(creator, null, now()))).isEqualTo("own-ticket");
        assertThat(outcome(() -> ticket.prioritise(creator, Priority.URGENT, now())))
                .isEqualTo("own-ticket");
        assertThat(outcome(() -> ticket.move(creator, TicketStatus.PENDING, now())))
                .isEqualTo("forbidden");
    }

    /** S-7 and example 4. */
    @Test
    void leavesItsStaffBelowWhenItClimbs() {
        Ticket ofTwo = held(Opened.in(Level.SUPPORT_2, TicketStatus.OPEN), active(TWO));
        Ticket ofChief = held(Opened.in(Level.SUPPORT_2, TicketStatus.OPEN), active(CHIEF));

        assertThat(told(ofTwo, () -> ofTwo.escalate(TWO, "Too much", now())))
                .containsExactly("TicketEscalated", "AssignmentEnded");
        assertThat(last(ofTwo, AssignmentEnded.class).cause()).isEqualTo(TicketFact.Ending.ESCALATED);
        assertThat(told(ofChief, () -> ofChief.escalate(TWO, null, now()))).containsExactly("TicketEscalated");
    }

    @Test
    void isGivenBackOnlyByWhoHasIt() {
        Ticket ticket = held(Opened.in(Level.SUPPORT_1, TicketStatus.OPEN), active(ONE));

        assertThat(outcome(() -> ticket.release(OTHER, now()))).isEqualTo("not-found");
        assertThat(told(ticket, () -> ticket.release(ONE, now()))).containsExactly("AssignmentEnded");
        assertThat(outcome(() -> ticket.release(ONE, now()))).isEqualTo("not-found");
    }

    /** S-9. */
    @Test
    void isPrioritisedByWhoHasItAndByChiefs() {
        Ticket ticket = held(Opened.in(Level.SUPPORT_1, TicketStatus.OPEN), active(ONE));

        assertThat(outcome(() -> ticket.prioritise(OTHER, Priority.HIGH, now())))
                .isEqualTo("forbidden");
        assertThat(outcome(() -> ticket.prioritise(ONE, Priority.NORMAL, now())))
                .isEqualTo("already-in-state");
        assertThat(outcome(() -> ticket.prioritise(ONE, Priority.HIGH, now()))).isEqualTo("done");
        assertThat(outcome(() -> ticket.prioritise(CHIEF, Priority.LOW, now()))).isEqualTo("done");
    }

    @Test
    void opensByAMessageOfItsCreatorWhilePending() {
        Ticket pending = Opened.in(Level.SUPPORT_1, TicketStatus.PENDING);
        Ticket solved = Opened.in(Level.SUPPORT_1, TicketStatus.SOLVED);

        assertThat(told(pending, () -> pending.written(CREATOR.memberId(), NINE, now())))
                .containsExactly("TicketStatusChanged");
        assertThat(pending.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(told(solved, () -> solved.written(CREATOR.memberId(), NINE, now())))
                .isEmpty();
        assertThat(solved.status()).isEqualTo(TicketStatus.SOLVED);
    }

    /** S-8. */
    @Test
    void losesStaffThatDoesNothing() {
        Ticket ticket = held(Opened.in(Level.SUPPORT_1, TicketStatus.OPEN), active(ONE));

        assertThat(told(ticket, () -> ticket.endIdle(NINE.minusSeconds(1), now())))
                .isEmpty();
        assertThat(told(ticket, () -> ticket.endIdle(NINE, now()))).containsExactly("AssignmentEnded");
        assertThat(last(ticket, AssignmentEnded.class).cause()).isEqualTo(TicketFact.Ending.IDLE);
    }

    /** S-14. */
    @Test
    void losesStaffWithoutItsLevel() {
        Ticket ticket = held(Opened.in(Level.SUPPORT_2, TicketStatus.OPEN), active(TWO));
        assertThat(told(ticket, () -> ticket.endUngranted(now()))).isEmpty();

        held(ticket, active(new Viewer(TWO.memberId(), 1)));

        assertThat(told(ticket, () -> ticket.endUngranted(now()))).containsExactly("AssignmentEnded");
    }

    @ParameterizedTest
    @EnumSource(TicketStatus.class)
    void isClosedWhenItsCreatorIsGone(TicketStatus status) {
        Ticket ticket = Opened.in(Level.SUPPORT_1, status);
        boolean isClosed = status == TicketStatus.CLOSED;

        assertThat(told(ticket, () -> ticket.abandon(now()))).hasSize(isClosed ? 0 : 1);
        assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void endsTheAssignmentWhenItIsClosed() {
        Ticket ticket = held(Opened.in(Level.SUPPORT_1, TicketStatus.SOLVED), active(ONE));

        assertThat(told(ticket, () -> ticket.expire(now()))).containsExactly("AssignmentEnded", "TicketClosed");
        assertThat(last(ticket, TicketClosed.class).oldStatus()).isEqualTo(TicketStatus.SOLVED);
    }

    /** S-10: whatever is done about it. */
    @Test
    void isClosedForGood() {
        Ticket ticket = held(Opened.in(Level.AUTO, TicketStatus.CLOSED), active(ONE));

        assertThat(outcome(() -> ticket.take(TWO, true, now()))).isEqualTo("not-allowed-in-state");
        assertThat(outcome(() -> ticket.escalate(TWO, null, now()))).isEqualTo("not-allowed-in-state");
        assertThat(outcome(() -> ticket.prioritise(CHIEF, Priority.LOW, now()))).isEqualTo("not-allowed-in-state");
        assertThat(outcome(() -> ticket.release(TWO, now()))).isEqualTo("not-allowed-in-state");
        assertThat(outcome(() -> ticket.accept(CREATOR, now()))).isEqualTo("not-allowed-in-state");
        assertThat(outcome(() -> ticket.askForHuman(CREATOR, now()))).isEqualTo("not-allowed-in-state");
        assertThat(told(ticket, () -> {
                    ticket.written(CREATOR.memberId(), NINE, now());
                    ticket.written(ONE.memberId(), NINE, now());
                    ticket.failAutomatic(now());
                    ticket.miss(after("PT900H"));
                    ticket.expire(now());
                }))
                .isEmpty();
    }

    @Test
    void isLinkedToOneConversation() {
        Ticket ticket = fresh();

        assertThat(ticket.link(5)).isTrue();
        assertThat(ticket.link(6)).isFalse();
        assertThat(ticket.conversationId()).isEqualTo(5);
    }

    @Test
    void failsTheAutomaticAnswerOnlyWhileNobodyWasAsked() {
        Ticket open = fresh();
        Ticket accepted = Opened.in(Level.AUTO, TicketStatus.SOLVED);

        assertThat(told(open, () -> open.failAutomatic(now()))).containsExactly("TicketEscalated");
        assertThat(told(open, () -> open.failAutomatic(now()))).isEmpty();
        assertThat(told(accepted, () -> accepted.failAutomatic(now()))).isEmpty();
        assertThat(outcome(() -> open.accept(new Viewer(new UUID(9, 9), 0), now())))
                .isEqualTo("forbidden");
    }
}
