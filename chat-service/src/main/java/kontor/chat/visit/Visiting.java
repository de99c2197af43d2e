package kontor.chat.visit;

import java.time.Clock;
import java.util.UUID;
import kontor.chat.conversation.Actor;
import kontor.chat.conversation.ConversationType;
import kontor.chat.conversation.LockedConversation;
import kontor.chat.conversation.Role;
import kontor.chat.conversation.Seat;
import kontor.chat.conversation.Seats;
import kontor.chat.overview.ConversationView;
import kontor.chat.overview.ConversationViews;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets staff come in and go out. */
@Service
class Visiting {

    private final Doors doors;
    private final Seats seats;
    private final ConversationViews views;
    private final Replies replies;
    private final Clock clock;

    Visiting(Doors doors, Seats seats, ConversationViews views, Replies replies, Clock clock) {
        this.doors = doors;
        this.seats = seats;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    /** {@code not-found} without the right to it (H-3); {@code already-in-state} if he is in it. */
    @Transactional
    public ConversationView join(long id, UUID staffId, RequestKey key) {
        return replies.once(key, ConversationView.class, () -> {
            Doors.Door door = doors.find(id, staffId);
            LockedConversation conversation = door.conversation();
            if (seats.find(conversation, staffId).filter(Seat::isIn).isPresent()) {
                throw new AlreadyInState("You are in this conversation");
            }
            if (!door.isOpen()) {
                throw new NotFound();
            }
            seats.join(conversation, staffId, Actor.staff(staffId), clock.instant());
            doors.keep(conversation);
            return views.one(id, staffId);
        });
    }

    /**
     * {@code forbidden} for parties, who stay (H-5), and in the conversation of a ticket, where he is as long as he has
     * it (H-4); {@code already-in-state} if he is out.
     */
    @Transactional
    public void leave(long id, UUID staffId) {
        LockedConversation conversation = doors.find(id, staffId).conversation();
        boolean isParty = seats.find(conversation, staffId)
                .filter(seat -> seat.role() == Role.PARTY)
                .isPresent();
        if (isParty || conversation.type() != ConversationType.PURCHASE) {
            throw new Forbidden();
        }
        if (!seats.leave(conversation, staffId, Actor.staff(staffId), clock.instant())) {
            throw new AlreadyInState("You are out of this conversation");
        }
        doors.keep(conversation);
    }
}
