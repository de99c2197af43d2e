package kontor.support.ticket;

import static kontor.support.ticket.TicketStatus.CLOSED;
import static kontor.support.ticket.TicketStatus.SOLVED;

import jakarta.persistence.Entity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.NotFound;
import kontor.support.party.Actor;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.ticket.TicketFact.Climbing;
import kontor.support.ticket.TicketFact.Closing;
import kontor.support.ticket.TicketFact.Ending;
import kontor.support.ticket.TicketFact.Moving;
import kontor.support.ticket.TicketFact.Prioritising;
import kontor.support.ticket.TicketFact.Taking;
import kontor.support.ticket.TicketStatus.Role;
import org.jspecify.annotations.Nullable;

/** What people may do with a ticket; its row is locked while anything of it or of its assignments changes. */
@Entity
class Ticket extends HeldTicket implements LockedTicket {

    protected Ticket() {}

    Ticket(NewTicket ticket, Moment moment) {
        super(ticket, moment);
        announce(() -> new TicketFact.TicketOpened(
                id(),
                ticket.creatorId(),
                ticket.subject(),
                ticket.text(),
                ticket.answer().text(),
                ticket.answer().cannedAnswerId(),
                targetType(),
                targetId(),
                Level.AUTO,
                ticket.priority(),
                ticket.createdAt(),
                Actor.creator(ticket.creatorId()),
                1));
    }

    @Override
    public void askForHuman(Viewer by, Moment moment) {
        requireRight(isCreator(by));
        requireNotClosed();
        if (level() != Level.AUTO) {
            throw new AlreadyInState("The ticket is with humans");
        }
        if (status() == SOLVED) {
            throw new NotAllowedInState("The ticket is SOLVED; open it again first.");
        }
        climb(Climbing.HUMAN_ASKED, Actor.creator(by.memberId()), null, moment);
    }

    @Override
    public void accept(Viewer by, Moment moment) {
        requireRight(isCreator(by));
        requireNotClosed();
        if (level() != Level.AUTO) {
            throw new NotAllowedInState("The ticket is with humans; only an automatic answer is accepted.");
        }
        if (status() == SOLVED) {
            throw new AlreadyInState("The ticket is SOLVED");
        }
        step(SOLVED, Moving.ACCEPTED, Actor.creator(by.memberId()), moment);
    }

    @Override
    public void take(Viewer by, boolean takeOver, Moment moment) {
        requireForeign(by);
        requireNotClosed();
        Optional<Holding> before = holder();
        if (before.filter(holding -> holding.staffId().equals(by.memberId())).isPresent()) {
            throw new AlreadyInState("You have the ticket");
        }
        if (before.isPresent() && !takeOver) {
            throw new AlreadyAssigned();
        }
        Actor actor = Actor.staff(by.memberId());
        before.ifPresent(holding -> end(holding, Ending.TAKEN_OVER, actor, moment));
        if (level() == Level.AUTO) {
            climb(Climbing.TAKEN, actor, null, moment);
        }
        touched(moment.now());
        Taking cause = before.isPresent() ? Taking.TAKEN_OVER : Taking.TAKEN;
        tell(number -> new TicketFact.TicketAssigned(
                id(), by.memberId(), targetType(), targetId(), cause, moment.now(), actor, number));
        changed();
    }

    @Override
    public void release(Viewer by, Moment moment) {
        Optional<Holding> own = holder().filter(holding -> holding.staffId().equals(by.memberId()));
        if (own.isEmpty()) {
            requireNotClosed();
            throw new NotFound();
        }
        touched(moment.now());
        own.ifPresent(holding -> end(holding, Ending.RELEASED, Actor.staff(by.memberId()), moment));
    }

    @Override
    public void escalate(Viewer by, @Nullable String reason, Moment moment) {
        requireForeign(by);
        requireNotClosed();
        if (level() == Level.AUTO || level() == Level.CHIEF) {
            throw new NotAllowedInState(
                    "The ticket is at %s; staff escalates from SUPPORT_1 and SUPPORT_2.".formatted(level()));
        }
        climb(Climbing.ESCALATED, Actor.staff(by.memberId()), reason, moment);
    }

    @Override
    public void prioritise(Viewer by, Priority wanted, Moment moment) {
        requireForeign(by);
        requireRight(isOnIt(by) || by.isChief());
        requireNotClosed();
        Priority old = priority();
        if (old == wanted) {
            throw new AlreadyInState("The ticket is %s".formatted(wanted));
        }
        miss(moment);
        prioritised(wanted, moment);
        touched(moment.now());
        tell(number -> new TicketFact.TicketPriorityChanged(
                id(), creatorId(), old, wanted, Prioritising.SET, moment.now(), Actor.staff(by.memberId()), number));
        hurry(moment);
    }

    @Override
    public void move(Viewer by, TicketStatus to, Moment moment) {
        boolean isCreators = isCreator(by);
        status().requireStep(to, roles(by));
        Actor actor = isCreators ? Actor.creator(by.memberId()) : Actor.staff(by.memberId());
        boolean isSolved = status() == SOLVED;
        if (to == CLOSED) {
            Closing creators = isSolved ? Closing.CONFIRMED : Closing.WITHDRAWN;
            close(isCreators ? creators : Closing.SET, actor, moment);
        } else {
            Moving creators = isSolved ? Moving.REOPENED : Moving.RESUMED;
            step(to, isCreators ? creators : Moving.SET, actor, moment);
        }
    }

    /** Nobody acts as staff on a ticket of his own. */
    private Set<Role> roles(Viewer by) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if (isCreator(by)) {
            roles.add(Role.CREATOR);
            return roles;
        }
        if (isOnIt(by)) {
            roles.add(Role.HOLDER);
        }
        if (by.isChief()) {
            roles.add(Role.CHIEF);
        }
        return roles;
    }

    private boolean isCreator(Viewer by) {
        return by.memberId().equals(creatorId());
    }

    private void requireForeign(Viewer by) {
        if (isCreator(by)) {
            throw new OwnTicket();
        }
    }

    private void requireNotClosed() {
        if (status() == CLOSED) {
            throw new NotAllowedInState("The ticket is CLOSED for good.");
        }
    }

    private static void requireRight(boolean isAllowed) {
        if (!isAllowed) {
            throw new Forbidden();
        }
    }
}
