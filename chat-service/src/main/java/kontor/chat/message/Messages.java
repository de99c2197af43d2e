package kontor.chat.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kontor.chat.conversation.ConversationFact.MessagePosted;
import kontor.chat.conversation.LockedConversation;
import kontor.chat.conversation.LockedConversation.Place;
import kontor.chat.conversation.Seat;
import kontor.chat.conversation.Seats;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages, one after the other in each conversation (H-7). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Messages {

    private final JdbcClient jdbc;
    private final Seats seats;
    private final MessageViews views;

    Messages(JdbcClient jdbc, Seats seats, MessageViews views) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.views = views;
    }

    /** Its number and time are given here; the conversation tells of it when it is kept. */
    public MessageView write(LockedConversation conversation, Draft draft, Instant now) {
        Place place = conversation.next(now);
        MessageView message = insert(conversation.id(), place, draft);
        @Nullable Seat seat = draft.seat();
        @Nullable
        Long marker = seat == null
                ? null
                : Long.valueOf(seats.wrote(conversation, seat).lastReadSeq());
        conversation.tell(number -> new MessagePosted(
                conversation.id(),
                message.id(),
                place.seq(),
                message.senderId(),
                draft.role(),
                place.at(),
                draft.text() != null,
                draft.image() != null,
                marker,
                draft.sender(),
                number));
        return message;
    }

    private MessageView insert(long conversationId, Place place, Draft draft) {
        return jdbc.sql("""
                        insert into message (id, conversation_id, seq, sender_id, text, image, at, client_message_id)
                        values (nextval('message_seq'), ?, ?, ?, ?, ?, ?, ?)
                        returning id, conversation_id, seq, sender_id, text, image, at, client_message_id,
                            (select display_name from known_member k where k.id = sender_id) as display_name
                        """)
                .params(SqlValues.of(
                        conversationId,
                        place.seq(),
                        draft.sender().actorId(),
                        draft.text(),
                        draft.image(),
                        place.at(),
                        draft.clientMessageId()))
                .query(MessageViews::map)
                .single();
    }

    /** What this sender has written under this name (H-8). */
    public Optional<MessageView> sent(LockedConversation conversation, UUID senderId, UUID clientMessageId) {
        return views.sent(conversation.id(), senderId, clientMessageId);
    }

    /** Whether this is an attachment of the conversation that he has uploaded (H-6). */
    public boolean isOwnImage(LockedConversation conversation, UUID senderId, String path) {
        return jdbc.sql("""
                        select exists (select from attachment
                            where conversation_id = ? and uploaded_by = ? and path = ?)
                        """)
                .params(SqlValues.of(conversation.id(), senderId, path))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
