package kontor.support.ticket;

import static kontor.support.ticket.TicketStatus.CLOSED;
import static kontor.support.ticket.TicketStatus.OPEN;
import static kontor.support.ticket.TicketStatus.PENDING;
import static kontor.support.ticket.TicketStatus.SOLVED;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.platform.security.Caller;
import kontor.support.party.Actor;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.ticket.LockedTicket.Moment;
import kontor.support.ticket.TicketFact.Climbing;
import kontor.support.ticket.TicketFact.Closing;
import kontor.support.ticket.TicketFact.Ending;
import kontor.support.ticket.TicketFact.Moving;
import kontor.support.ticket.TicketFact.Target;
import org.jspecify.annotations.Nullable;

/** How a ticket moves, whoever moves it: who has it, what messages do to it, and what the System does by itself. */
@MappedSuperclass
abstract class HeldTicket extends StandingTicket {

    @Transient
    private List<Holding> holdings = List.of();

    protected HeldTicket() {}

    HeldTicket(NewTicket ticket, Moment moment) {
        super(ticket, moment);
    }

    /** Whoever has, or had, the ticket; told once it is locked. */
    void heldBy(List<Holding> all) {
        holdings = all;
    }

    public boolean link(long conversation) {
        boolean isFirst = conversationId() == null;
        if (isFirst) {
            linked(conversation);
        }
        return isFirst;
    }

    public void written(UUID senderId, Instant at, Moment moment) {
        if (status() == CLOSED || senderId.equals(Caller.SYSTEM)) {
            return;
        }
        touched(at);
        if (senderId.equals(creatorId())) {
            if (status() == PENDING) {
                step(OPEN, Moving.WRITTEN, Actor.creator(senderId), moment);
            }
            return;
        }
        if (!isAnswered()) {
            answer(senderId, at.isBefore(createdAt()) ? createdAt() : at, moment);
        }
        announce(() -> new Assignments.Worked(id(), senderId, at));
    }

    private void answer(UUID senderId, Instant at, Moment moment) {
        if (isUnderWay()) {
            miss(Target.FIRST_ANSWER, at, moment);
        }
        answered(at);
        tell(number -> new TicketFact.TicketAnswered(
                id(), creatorId(), senderId, createdAt(), at, Actor.staff(senderId), number));
    }

    public void failAutomatic(Moment moment) {
        if (status() == OPEN && level() == Level.AUTO) {
            climb(Climbing.AUTO_ANSWER_FAILED, Actor.SYSTEM, null, moment);
        }
    }

    public void hurry(Moment moment) {
        if (priority() == Priority.URGENT && level() == Level.AUTO) {
            climb(Climbing.URGENT, Actor.SYSTEM, null, moment);
        }
    }

    public void miss(Moment moment) {
        if (isUnderWay() && !isAnswered()) {
            miss(Target.FIRST_ANSWER, moment.now(), moment);
        }
        miss(Target.SOLUTION, moment.now(), moment);
    }

    private void miss(Target target, Instant by, Moment moment) {
        @Nullable Instant due = missedAt(target, by);
        if (due == null) {
            return;
        }
        Level before = level();
        breached(target, moment.now());
        tell(number -> new TicketFact.TicketSlaBreached(
                id(), creatorId(), target, due, before, priority(), moment.now(), Actor.SYSTEM, number));
        if (before != Level.CHIEF) {
            climb(Climbing.BREACHED, Actor.SYSTEM, null, moment);
        }
    }

    public void endIdle(Instant idleSince, Moment moment) {
        holder().filter(holding -> !holding.lastActivityAt().isAfter(idleSince))
                .ifPresent(holding -> end(holding, Ending.IDLE, Actor.SYSTEM, moment));
    }

    public void endUngranted(Moment moment) {
        holder().filter(holding -> level().isAbove(holding.staffLevel()))
                .ifPresent(holding -> end(holding, Ending.LEVEL_LOST, Actor.SYSTEM, moment));
    }

    public void expire(Moment moment) {
        if (status() == SOLVED) {
            close(Closing.SOLVED_LONG, Actor.SYSTEM, moment);
        }
    }

    public void abandon(Moment moment) {
        if (status() != CLOSED) {
            close(Closing.ANONYMISED, Actor.SYSTEM, moment);
        }
    }

    void step(TicketStatus to, Moving cause, Actor actor, Moment moment) {
        TicketStatus old = status();
        miss(moment);
        if (cause == Moving.REOPENED) {
            reopened();
        }
        stand(to, moment);
        tell(number -> new TicketFact.TicketStatusChanged(
                id(),
                creatorId(),
                old,
                to,
                cause,
                openSecondsBy(moment),
                timesReopened(),
                moment.now(),
                actor,
                number));
    }

    void close(Closing cause, Actor actor, Moment moment) {
        TicketStatus old = status();
        miss(moment);
        holder().ifPresent(holding -> end(holding, Ending.CLOSED, actor, moment));
        stand(CLOSED, moment);
        tell(number -> new TicketFact.TicketClosed(
                id(), creatorId(), old, cause, openSecondsBy(moment), timesReopened(), moment.now(), actor, number));
    }

    /** Who has the ticket stays only if his level reaches (S-7). */
    void climb(Climbing cause, Actor actor, @Nullable String reason, Moment moment) {
        Level old = level();
        Level next = old.next();
        raise(next);
        touched(moment.now());
        tell(number -> new TicketFact.TicketEscalated(
                id(), creatorId(), old, next, cause, moment.now(), reason, actor, number));
        holder().filter(holding -> next.isAbove(holding.staffLevel()))
                .ifPresent(holding -> end(holding, Ending.ESCALATED, actor, moment));
    }

    void end(Holding holding, Ending cause, Actor actor, Moment moment) {
        holdings = holdings.stream()
                .filter(other -> !other.staffId().equals(holding.staffId()))
                .toList();
        tell(number -> new TicketFact.AssignmentEnded(
                id(), holding.staffId(), targetType(), targetId(), cause, moment.now(), actor, number));
        changed();
    }

    Optional<Holding> holder() {
        return holdings.stream()
                .filter(holding -> holding.status() == Holding.Status.ACTIVE)
                .findFirst();
    }

    /** Or was, until the ticket was closed: he is told that it is, instead of having no say. */
    boolean isOnIt(Viewer by) {
        return holdings.stream()
                .anyMatch(holding ->
                        holding.staffId().equals(by.memberId()) && holding.status() != Holding.Status.INACTIVE);
    }

    /** OPEN or PENDING: a first answer is waited for. */
    private boolean isUnderWay() {
        return status() == OPEN || status() == PENDING;
    }
}
