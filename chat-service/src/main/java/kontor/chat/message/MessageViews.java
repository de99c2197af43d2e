package kontor.chat.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.store.SqlValues;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads messages; that the reader is in the conversation is part of the query. */
@Component
public class MessageViews {

    private static final String MESSAGES = """
            select m.id, m.conversation_id, m.seq, m.sender_id, m.text, m.image, m.at, m.client_message_id,
                (select k.display_name from known_member k where k.id = m.sender_id) as display_name
            from message m
            """;

    private static final String HISTORY = MESSAGES + """
            where m.conversation_id = :id and m.seq > :after and m.seq < :before
                and exists (select from conversation_member s
                    where s.conversation_id = :id and s.member_id = :me and s.left_at is null)
            """;

    private static final Lists.Query PAGE =
            new Lists.Query(HISTORY, "bigint", Map.of("seq", new Lists.SortKey("seq", "bigint")));

    private final JdbcClient jdbc;
    private final Lists lists;

    MessageViews(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * The first after {@code afterSeq}, which is 0 by default, or the last before {@code beforeSeq}; in order either
     * way. {@code not-found} for who is not in the conversation.
     */
    Page<MessageView> page(ListRequest request, long conversationId, UUID memberId) {
        long afterSeq = seq(request, "afterSeq", 0);
        long beforeSeq = seq(request, "beforeSeq", Long.MAX_VALUE);
        if (request.filters().size() > 1) {
            throw new InvalidField("beforeSeq", "either afterSeq or beforeSeq may be sent");
        }
        long lastSeq = lastSeq(conversationId, memberId);
        boolean isBefore = request.filters().containsKey("beforeSeq");
        Span span = isBefore ? Span.before(beforeSeq, request.limit(), lastSeq) : Span.of(request, afterSeq, lastSeq);
        Map<String, Object> params =
                Map.of("id", conversationId, "me", memberId, "after", span.after(), "before", span.before());
        return isBefore ? Page.of(whole(request, params)) : lists.page(request, PAGE, params, MessageViews::map);
    }

    private List<MessageView> whole(ListRequest request, Map<String, Object> params) {
        return jdbc.sql(HISTORY + " order by m.seq " + (request.isDescending() ? "desc" : "asc"))
                .params(params)
                .query(MessageViews::map)
                .list();
    }

    private static long seq(ListRequest request, String name, long otherwise) {
        @Nullable Long sent = request.number(name);
        if (sent != null && sent < 0) {
            throw new InvalidField(name, "must be 0 or more");
        }
        return sent == null ? otherwise : sent;
    }

    /** Number of the newest message, for who is in the conversation. */
    private long lastSeq(long conversationId, UUID memberId) {
        return jdbc.sql("""
                        select c.last_seq from conversation_member s join conversation c on c.id = s.conversation_id
                        where s.conversation_id = ? and s.member_id = ? and s.left_at is null
                        """)
                .params(SqlValues.of(conversationId, memberId))
                .query((row, n) -> row.getLong(1))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The newest message of each of these conversations, for whom that is allowed has been asked already. */
    public Map<Long, MessageView> newest(Collection<Long> conversationIds) {
        Map<Long, MessageView> newest = new HashMap<>();
        jdbc.sql(MESSAGES + """
                        join conversation c on c.id = m.conversation_id and c.last_seq = m.seq
                        where c.id = any(?)
                        """)
                .param(conversationIds.toArray(Long[]::new))
                .query(MessageViews::map)
                .list()
                .forEach(message -> newest.put(message.conversationId(), message));
        return newest;
    }

    /** What this sender has written under this name (H-8). */
    Optional<MessageView> sent(long conversationId, UUID senderId, UUID clientMessageId) {
        return jdbc.sql(MESSAGES + "where m.conversation_id = ? and m.sender_id = ? and m.client_message_id = ?")
                .params(SqlValues.of(conversationId, senderId, clientMessageId))
                .query(MessageViews::map)
                .optional();
    }

    /** Who has no copy any more, or never had one, has no name but this (H-14). */
    static String nameOf(UUID memberId, @Nullable String displayName) {
        if (Caller.SYSTEM.equals(memberId)) {
            return "System";
        }
        return displayName == null ? "Former member" : displayName;
    }

    /** A row with the columns of {@code message} and its sender's {@code display_name}. */
    public static MessageView map(ResultSet row, int number) throws SQLException {
        UUID sender = row.getObject("sender_id", UUID.class);
        return new MessageView(
                row.getLong("id"),
                row.getLong("conversation_id"),
                row.getLong("seq"),
                sender,
                nameOf(sender, row.getString("display_name")),
                Caller.SYSTEM.equals(sender),
                row.getString("text"),
                row.getString("image"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("client_message_id", UUID.class));
    }
}
