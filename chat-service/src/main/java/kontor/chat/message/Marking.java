package kontor.chat.message;

import java.time.Clock;
import java.time.Instant;
import kontor.chat.conversation.Actor;
import kontor.chat.conversation.ConversationBook;
import kontor.chat.conversation.ConversationFact.ReadMarkerMoved;
import kontor.chat.conversation.LockedConversation;
import kontor.chat.conversation.Seat;
import kontor.chat.conversation.Seats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks what members have read. */
@Service
class Marking {

    private final ConversationBook book;
    private final Seats seats;
    private final Clock clock;

    Marking(ConversationBook book, Seats seats, Clock clock) {
        this.book = book;
        this.seats = seats;
        this.clock = clock;
    }

    /** Only forward; what lies before his marker changes nothing. {@code wrong-order} beyond the last message. */
    @Transactional
    public ReadMark mark(long conversationId, long seq, Actor reader) {
        LockedConversation conversation = book.lock(conversationId, reader.actorId());
        Seat seat = seats.in(conversation, reader.actorId());
        if (seq > conversation.lastSeq()) {
            throw new BeyondLastMessage(conversation.lastSeq());
        }
        Seat marked = seq > seat.lastReadSeq() ? moved(conversation, seat, seq, reader) : seat;
        return new ReadMark(conversation.id(), marked.lastReadSeq(), marked.unreadOf(conversation.lastSeq()));
    }

    private Seat moved(LockedConversation conversation, Seat seat, long seq, Actor reader) {
        Instant now = clock.instant();
        Seat marked = seats.read(conversation, seat, seq);
        conversation.tell(number -> new ReadMarkerMoved(conversation.id(), seat.memberId(), seq, now, reader, number));
        book.keep(conversation);
        return marked;
    }
}
