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
import kontor.platform.web.Cursor;
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
            select m.id as message_id, m.conversation_id, m.seq, m.sender_id, m.text, m.image, m.at,
                m.client_message_id,
                (select k.display_name from known_member k where k.id = m.sender_id) as display_name
            from message m
            """;

    /** Nothing is joined, so that a page is read in the order of the index and costs what is on it. */
    private static final String HISTORY = MESSAGES + """
            where m.conversation_id = :id and exists (select from conversation_member s
                where s.conversation_id = :id and s.member_id = :me and s.left_at is null)
            """;

    /** Their numbers are their order and tell them apart, so the index of the numbers gives a page as it is. */
    private static final Lists.Query SPAN = new Lists.Query(
            "select h.*, h.seq as id from (%s and m.seq > :after and m.seq < :before) h".formatted(HISTORY),
            "bigint",
            Map.of("seq", new Lists.SortKey("seq", "bigint")));

    private static final String BEFORE = "select * from (" + HISTORY
            + " and m.seq < :before order by m.seq desc nulls last limit %d) h order by seq %s";

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
        long after = seq(request, "afterSeq", 0);
        long before = seq(request, "beforeSeq", Long.MAX_VALUE);
        if (request.filters().size() > 1) {
            throw new InvalidField("beforeSeq", "either afterSeq or beforeSeq may be sent");
        }
        requireIn(conversationId, memberId);
        Map<String, Object> params = new HashMap<>(Map.of("id", conversationId, "me", memberId));
        if (before < Long.MAX_VALUE) {
            params.put("before", before);
            return Page.of(before(request, params));
        }
        params.put("after", request.isDescending() ? after : endOfPage(request, after));
        params.put("before", request.isDescending() ? endOfPage(request, before) : before);
        return lists.page(request, SPAN, params, MessageViews::map);
    }

    /** Where the page before this one has ended, so that a deep one is not searched for from the begin. */
    private static long endOfPage(ListRequest request, long otherwise) {
        @Nullable Cursor page = request.after();
        try {
            return page == null ? otherwise : Long.parseLong(String.valueOf(page.sortValue()));
        } catch (NumberFormatException ignored) {
            return otherwise; // forged, which the list itself refuses
        }
    }

    private List<MessageView> before(ListRequest request, Map<String, Object> params) {
        return jdbc.sql(BEFORE.formatted(request.limit(), request.isDescending() ? "desc" : "asc"))
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

    private void requireIn(long conversationId, UUID memberId) {
        boolean isIn = jdbc.sql("""
                        select exists (select from conversation_member
                            where conversation_id = ? and member_id = ? and left_at is null)
                        """)
                .params(SqlValues.of(conversationId, memberId))
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!isIn) {
            throw new NotFound();
        }
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

    /** A row of {@code message}, its id as {@code message_id}, with its sender's {@code display_name}. */
    public static MessageView map(ResultSet row, int number) throws SQLException {
        UUID sender = row.getObject("sender_id", UUID.class);
        return new MessageView(
                row.getLong("message_id"),
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
