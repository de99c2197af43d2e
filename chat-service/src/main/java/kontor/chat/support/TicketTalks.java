package kontor.chat.support;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.chat.context.StaffRights;
import kontor.chat.conversation.Actor;
import kontor.chat.conversation.Context;
import kontor.chat.conversation.ConversationBook;
import kontor.chat.conversation.ConversationType;
import kontor.chat.conversation.LockedConversation;
import kontor.chat.conversation.NewConversation;
import kontor.chat.conversation.Role;
import kontor.chat.conversation.Seats;
import kontor.chat.message.Draft;
import kontor.chat.message.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The conversation of each ticket; whoever deals with the ticket is in it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TicketTalks {

    private final ConversationBook book;
    private final Seats seats;
    private final Messages messages;
    private final StaffRights rights;

    TicketTalks(ConversationBook book, Seats seats, Messages messages, StaffRights rights) {
        this.book = book;
        this.seats = seats;
        this.messages = messages;
        this.rights = rights;
    }

    /** The first message is the ticket's text, by its creator and of its time; then the System answers (H-4). */
    public void begin(Ticket.Opened ticket) {
        Actor creator = new Actor(ticket.creatorId(), false);
        NewConversation wanted = new NewConversation(
                ConversationType.SUPPORT,
                Context.ticket(ticket.ticketId()),
                ticket.subject(),
                List.of(ticket.creatorId()),
                creator,
                ticket.at());
        book.open(wanted).ifPresent(conversation -> {
            Draft first = new Draft(
                    creator,
                    seats.in(conversation, ticket.creatorId()),
                    ticket.firstText(),
                    null,
                    ticket.nameOf("first"));
            messages.write(conversation, first, ticket.at());
            Draft answer = new Draft(Actor.SYSTEM, null, ticket.automaticAnswer(), null, ticket.nameOf("answer"));
            messages.write(conversation, answer, ticket.at());
            book.keep(conversation);
        });
    }

    public void take(Ticket.Assignment taken) {
        // Conversations are locked before assignments, as everywhere.
        Optional<LockedConversation> conversation = lock(Context.ticket(taken.ticketId()));
        rights.take(taken.ticketId(), taken.staffId(), taken.purchaseId());
        conversation.ifPresent(talk -> {
            if (seats.join(talk, taken.staffId(), Actor.staff(taken.actorId()), taken.at())) {
                book.keep(talk);
            }
        });
    }

    /** He leaves what he was in by this ticket, unless it is closed or he has another right. */
    public void end(Ticket.Assignment ended) {
        @Nullable Long purchase = ended.purchaseId();
        Stream<Context> about = purchase == null ? Stream.of() : Stream.of(Context.purchase(purchase));
        List<LockedConversation> affected = Stream.concat(Stream.of(Context.ticket(ended.ticketId())), about)
                .flatMap(context -> book.idOf(context).stream())
                .sorted()
                .flatMap(id -> book.find(id).stream())
                .toList();
        rights.end(ended.ticketId(), ended.staffId());
        for (LockedConversation conversation : affected) {
            if (!mayStay(conversation, ended) && leave(conversation, ended)) {
                book.keep(conversation);
            }
        }
    }

    private boolean mayStay(LockedConversation conversation, Ticket.Assignment ended) {
        boolean readsOn = ended.isOver() && conversation.type() == ConversationType.SUPPORT;
        return readsOn
                || conversation
                        .context()
                        .filter(context -> rights.holds(ended.staffId(), context))
                        .isPresent();
    }

    private boolean leave(LockedConversation conversation, Ticket.Assignment ended) {
        return seats.leave(conversation, ended.staffId(), Actor.staff(ended.actorId()), ended.at());
    }

    /** Read-only from now on (H-12). */
    public void close(Ticket.Closed closed) {
        lock(Context.ticket(closed.ticketId())).ifPresent(conversation -> {
            boolean isCreator = seats.find(conversation, closed.actorId())
                    .filter(seat -> seat.role() == Role.PARTY)
                    .isPresent();
            Actor by = new Actor(closed.actorId(), !isCreator);
            if (conversation.close(by, closed.at())) {
                book.keep(conversation);
            }
        });
    }

    private Optional<LockedConversation> lock(Context context) {
        return book.idOf(context).flatMap(book::find);
    }
}
