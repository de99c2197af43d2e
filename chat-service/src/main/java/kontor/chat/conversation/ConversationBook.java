package kontor.chat.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kontor.chat.conversation.ConversationFact.ConversationCreated;
import kontor.chat.conversation.LockedConversation.Progress;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way to every conversation: it is locked before it is looked at, and what it tells leaves with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ConversationBook {

    private static final String LOCK = """
            select c.id, c.type, c.context_type, c.context_id, c.closed_at, c.last_seq, c.last_message_at, c.version
            from conversation c
            where c.id = :id and (cast(:me as uuid) is null or exists (select from conversation_member s
                where s.conversation_id = c.id and s.member_id = :me and s.left_at is null))
            for no key update of c
            """;

    /** The kind stands in it as a word, because each has a partial index of its own. */
    private static final String OF_CONTEXT = "select id from conversation where context_type = '%s' and context_id = ?";

    private final JdbcClient jdbc;
    private final Seats seats;
    private final ApplicationEventPublisher events;

    ConversationBook(JdbcClient jdbc, Seats seats, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.events = events;
    }

    /**
     * Begins one, with its first fact still untold; empty if there is one of this context already. A twin in flight is
     * waited for.
     */
    public Optional<LockedConversation> open(NewConversation wanted) {
        @Nullable Context context = wanted.context();
        Optional<Long> made = jdbc.sql("""
                        insert into conversation (id, type, created_at, created_by, context_type, context_id, title,
                            version)
                        values (nextval('conversation_seq'), ?, ?, ?, ?, ?, ?, 1)
                        on conflict do nothing returning id
                        """)
                .params(SqlValues.of(
                        wanted.type().letter(),
                        wanted.at(),
                        wanted.by().actorId(),
                        context == null ? null : context.type().name(),
                        context == null ? null : context.id(),
                        wanted.title()))
                .query((row, n) -> row.getLong(1))
                .optional();
        return made.map(id -> {
            LockedConversation conversation =
                    new LockedConversation(id, wanted.type(), context, new Progress(null, 0, null, 0));
            seats.seat(id, wanted.parties(), wanted.at());
            conversation.tell(number -> new ConversationCreated(
                    id,
                    wanted.type(),
                    context == null ? null : context.type(),
                    context == null ? null : context.id(),
                    wanted.parties().stream()
                            .map(party -> new ConversationFact.Member(party, Role.PARTY))
                            .toList(),
                    wanted.at(),
                    wanted.by(),
                    number));
            return conversation;
        });
    }

    /** The one of a purchase or ticket. */
    public Optional<Long> idOf(Context context) {
        return jdbc.sql(OF_CONTEXT.formatted(context.type()))
                .param(context.id())
                .query((row, n) -> row.getLong(1))
                .optional();
    }

    /** The one that this member has begun about a listing (H-2). */
    public Optional<Long> idOf(Context listing, UUID creator) {
        return jdbc.sql(OF_CONTEXT.formatted(listing.type()) + " and created_by = ?")
                .params(SqlValues.of(listing.id(), creator))
                .query((row, n) -> row.getLong(1))
                .optional();
    }

    /** Whoever is in it. */
    public Optional<LockedConversation> find(long id) {
        return locked(id, null);
    }

    /** {@code not-found} as well for who is not in it; the seat is read again once the lock is held. */
    public LockedConversation lock(long id, UUID memberId) {
        return locked(id, memberId).orElseThrow(NotFound::new);
    }

    private Optional<LockedConversation> locked(long id, @Nullable UUID memberId) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .param("me", memberId)
                .query(ConversationBook::map)
                .optional();
    }

    /** Writes what has changed and tells it. */
    public void keep(LockedConversation conversation) {
        List<ConversationFact> news = conversation.news();
        Progress progress = conversation.progress();
        jdbc.sql("update conversation set closed_at = ?, last_seq = ?, last_message_at = ?, version = ? where id = ?")
                .params(SqlValues.of(
                        progress.closedAt(),
                        progress.lastSeq(),
                        progress.lastMessageAt(),
                        progress.version(),
                        conversation.id()))
                .update();
        news.forEach(events::publishEvent);
    }

    private static LockedConversation map(ResultSet row, int number) throws SQLException {
        return new LockedConversation(
                row.getLong("id"),
                ConversationType.of(row.getString("type")),
                context(row),
                new Progress(
                        instant(row, "closed_at"),
                        row.getLong("last_seq"),
                        instant(row, "last_message_at"),
                        row.getLong("version")));
    }

    private static @Nullable Context context(ResultSet row) throws SQLException {
        @Nullable String type = row.getString("context_type");
        return type == null ? null : new Context(Context.Type.valueOf(type), row.getLong("context_id"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
