package kontor.support.handling;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import kontor.platform.web.Replies;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.queue.AssignmentView;
import kontor.support.queue.AssignmentViews;
import kontor.support.queue.TicketView;
import kontor.support.queue.TicketViews;
import kontor.support.ticket.LockedTicket;
import kontor.support.ticket.LockedTicket.Moment;
import kontor.support.ticket.TicketBook;
import kontor.support.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves tickets along their levels, statuses and assignments (S-3 to S-10). */
@Service
class Handling {

    private final TicketBook book;
    private final TicketViews tickets;
    private final AssignmentViews assignments;
    private final Replies replies;

    Handling(TicketBook book, TicketViews tickets, AssignmentViews assignments, Replies replies) {
        this.book = book;
        this.tickets = tickets;
        this.assignments = assignments;
        this.replies = replies;
    }

    @Transactional
    public TicketView askForHuman(ActOnTicket command) {
        return change(command, (ticket, moment) -> ticket.askForHuman(command.by(), moment));
    }

    @Transactional
    public TicketView accept(ActOnTicket command) {
        return change(command, (ticket, moment) -> ticket.accept(command.by(), moment));
    }

    @Transactional
    public TicketView escalate(ActOnTicket command, @Nullable String reason) {
        return change(command, (ticket, moment) -> ticket.escalate(command.by(), reason, moment));
    }

    @Transactional
    public TicketView prioritise(ActOnTicket command, Priority priority) {
        return change(command, (ticket, moment) -> ticket.prioritise(command.by(), priority, moment));
    }

    @Transactional
    public TicketView move(ActOnTicket command, TicketStatus status) {
        return change(command, (ticket, moment) -> ticket.move(command.by(), status, moment));
    }

    /** Two who take at once stand in line at the row; the second finds who was first (S-6). */
    @Transactional
    public AssignmentView take(ActOnTicket command, boolean takeOver) {
        return act(
                command,
                AssignmentView.class,
                (ticket, moment) -> ticket.take(command.by(), takeOver, moment),
                () -> assignments.taken(command.ticketId(), command.by().memberId()));
    }

    @Transactional
    public void release(Viewer by, long ticketId) {
        LockedTicket ticket = book.lock(ticketId, by);
        ticket.release(by, book.now());
        book.keep(ticket);
    }

    private TicketView change(ActOnTicket command, BiConsumer<LockedTicket, Moment> step) {
        return act(command, TicketView.class, step, () -> tickets.changed(command.ticketId()));
    }

    private <T> T act(ActOnTicket command, Class<T> type, BiConsumer<LockedTicket, Moment> step, Supplier<T> answer) {
        // The key first: who has escalated a ticket beyond his level sees it no more, and still gets his answer again.
        return replies.once(command.request(), type, () -> {
            LockedTicket ticket = book.lock(command.ticketId(), command.by());
            step.accept(ticket, book.now());
            book.keep(ticket);
            return answer.get();
        });
    }
}
