package kontor.chat.visit;

import java.util.UUID;
import kontor.chat.context.StaffRights;
import kontor.chat.conversation.Context;
import kontor.chat.conversation.ConversationBook;
import kontor.chat.conversation.LockedConversation;
import kontor.platform.rejection.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which conversations exist for staff that is not in them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Doors {

    private final ConversationBook book;
    private final StaffRights rights;
    private final JdbcClient jdbc;

    Doors(ConversationBook book, StaffRights rights, JdbcClient jdbc) {
        this.book = book;
        this.rights = rights;
        this.jdbc = jdbc;
    }

    /** A conversation that he is in or may come into, and whether that right will hold until the transaction ends. */
    record Door(LockedConversation conversation, boolean isOpen) {}

    /** {@code not-found} as well for whom it does not exist. */
    public Door find(long id, UUID staffId) {
        // First of all, and before a conversation is locked: who renews the copy of a member locks in that order too.
        boolean isAdmin = rights.staysAdmin(staffId);
        if (!isVisible(id, staffId, isAdmin)) {
            throw new NotFound();
        }
        LockedConversation conversation = book.find(id).orElseThrow(NotFound::new);
        boolean isOpen = conversation
                .context()
                .filter(context -> context.type() == Context.Type.PURCHASE)
                .filter(purchase -> isAdmin || rights.keepsTicket(staffId, purchase))
                .isPresent();
        return new Door(conversation, isOpen);
    }

    public void keep(LockedConversation conversation) {
        book.keep(conversation);
    }

    private boolean isVisible(long id, UUID staffId, boolean isAdmin) {
        return jdbc.sql("""
                        select exists (select from conversation c where c.id = :id and (
                            exists (select from conversation_member s where s.conversation_id = c.id
                                and s.member_id = :me and s.left_at is null)
                            or c.type = 'U' and (:isAdmin or exists (select from known_assignment a
                                where a.staff_id = :me and a.purchase_id = c.context_id))))
                        """)
                .param("id", id)
                .param("me", staffId)
                .param("isAdmin", isAdmin)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
