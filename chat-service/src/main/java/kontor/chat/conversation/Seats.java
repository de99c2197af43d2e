package kontor.chat.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which conversation; a place changes only while the conversation is locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Seats {

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The parties of a new conversation. */
    public void seat(long conversationId, List<UUID> parties, Instant at) {
        jdbc.sql("""
                        insert into conversation_member (conversation_id, member_id, role, joined_at)
                        select ?, party, 'PARTY', ? from unnest(cast(? as uuid[])) party
                        """)
                .params(SqlValues.of(conversationId, at, SqlValues.texts(parties, UUID::toString)))
                .update();
    }

    /** His place, whether he is in or has left. */
    public Optional<Seat> find(LockedConversation conversation, UUID memberId) {
        return jdbc.sql("""
                        select member_id, role, left_at is null as is_in, last_read_seq, own_after_read
                        from conversation_member where conversation_id = ? and member_id = ?
                        """)
                .params(SqlValues.of(conversation.id(), memberId))
                .query(Seats::map)
                .optional();
    }

    /** His place; {@code not-found} if he is not in it, or is not any more. */
    public Seat in(LockedConversation conversation, UUID memberId) {
        return find(conversation, memberId).filter(Seat::isIn).orElseThrow(NotFound::new);
    }

    /** Staff comes in, again or for the first time; false if he is in. */
    public boolean join(LockedConversation conversation, UUID memberId, Actor by, Instant now) {
        boolean isNew = jdbc.sql("""
                        insert into conversation_member as s (conversation_id, member_id, role, joined_at)
                        values (?, ?, 'STAFF', ?)
                        on conflict (conversation_id, member_id) do update
                        set joined_at = excluded.joined_at, left_at = null where s.left_at is not null
                        """)
                        .params(SqlValues.of(conversation.id(), memberId, now))
                        .update()
                == 1;
        if (isNew) {
            conversation.joined(memberId, Role.STAFF, by, now);
        }
        return isNew;
    }

    /** Staff goes out; false if he is not in, or is a party, who stays (H-5). */
    public boolean leave(LockedConversation conversation, UUID memberId, Actor by, Instant now) {
        boolean isGone = jdbc.sql("""
                        update conversation_member set left_at = ?
                        where conversation_id = ? and member_id = ? and role = 'STAFF' and left_at is null
                        """)
                        .params(SqlValues.of(now, conversation.id(), memberId))
                        .update()
                == 1;
        if (isGone) {
            conversation.left(memberId, Role.STAFF, by, now);
        }
        return isGone;
    }

    /** His marker after he has written the newest message (H-9). */
    public Seat wrote(LockedConversation conversation, Seat seat) {
        return mark(conversation, seat.wrote(conversation.lastSeq()));
    }

    /** His marker after he has read this one, which lies behind the one he had read before. */
    public Seat read(LockedConversation conversation, Seat seat, long seq) {
        long own = jdbc.sql("select count(*) from message where conversation_id = ? and seq > ? and sender_id = ?")
                .params(SqlValues.of(conversation.id(), seq, seat.memberId()))
                .query((row, n) -> row.getLong(1))
                .single();
        return mark(conversation, seat.read(seq, own));
    }

    private Seat mark(LockedConversation conversation, Seat seat) {
        jdbc.sql("""
                        update conversation_member set last_read_seq = ?, own_after_read = ?
                        where conversation_id = ? and member_id = ?
                        """)
                .params(SqlValues.of(seat.lastReadSeq(), seat.ownAfterRead(), conversation.id(), seat.memberId()))
                .update();
        return seat;
    }

    private static Seat map(ResultSet row, int number) throws SQLException {
        return new Seat(
                row.getObject("member_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getBoolean("is_in"),
                row.getLong("last_read_seq"),
                row.getLong("own_after_read"));
    }
}
