package kontor.chat.visit;

import java.time.Clock;
import java.util.List;
import kontor.chat.context.StaffRights;
import kontor.chat.conversation.Actor;
import kontor.chat.conversation.ConversationBook;
import kontor.chat.conversation.LockedConversation;
import kontor.chat.conversation.Seats;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberCopied;
import kontor.platform.store.SqlValues;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is no admin any more leaves the purchases that he helped with as one, and who is no staff leaves all (H-3). What
 * he has by a ticket he leaves when the ticket is taken from him.
 */
@Component
class LostRights {

    private final ConversationBook book;
    private final Seats seats;
    private final StaffRights rights;
    private final JdbcClient jdbc;
    private final Clock clock;

    LostRights(ConversationBook book, Seats seats, StaffRights rights, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.seats = seats;
        this.rights = rights;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Runs in the transaction that has renewed the copy of the member. */
    @EventListener
    void on(MemberCopied copied) {
        KnownMember member = copied.member();
        if (member.isUsableAdmin()) {
            return;
        }
        boolean isStaff = member.isActive() && member.staffLevel() > 0;
        for (long id : visited(member, isStaff)) {
            book.find(id).ifPresent(conversation -> leave(conversation, member));
        }
    }

    /** Of tickets, staff leaves none by itself: of a closed one it stays a reader (H-12). */
    private List<Long> visited(KnownMember member, boolean isStaff) {
        return jdbc.sql("""
                        select s.conversation_id
                        from conversation_member s join conversation c on c.id = s.conversation_id
                        where s.member_id = ? and s.role = 'STAFF' and s.left_at is null and (c.type = 'U' or not ?)
                        order by s.conversation_id
                        """)
                .params(SqlValues.of(member.memberId(), isStaff))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private void leave(LockedConversation conversation, KnownMember member) {
        boolean stays = conversation
                .context()
                .filter(context -> rights.holds(member.memberId(), context))
                .isPresent();
        if (!stays && seats.leave(conversation, member.memberId(), Actor.SYSTEM, clock.instant())) {
            book.keep(conversation);
        }
    }
}
