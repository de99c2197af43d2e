package kontor.chat.overview;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.chat.conversation.Context;
import kontor.chat.conversation.ConversationType;
import kontor.chat.message.MessageView;
import kontor.chat.message.MessageViews;
import kontor.chat.overview.ConversationRows.SeatRow;
import kontor.chat.overview.ConversationView.InIt;
import kontor.chat.overview.UnreadView.Unread;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads conversations with their members and last messages by three statements, however many, and at one moment; that
 * the reader is in them is part of the query (H-5).
 */
@Component
public class ConversationViews {

    private static final int MOST_UNREAD = 1_000;

    private static final String MINE = """
            select c.*, s.last_read_seq, c.last_seq - s.last_read_seq - s.own_after_read as unread
            from conversation_member s join conversation c on c.id = s.conversation_id
            where s.member_id = :me and s.left_at is null
            """;

    private static final Lists.Query LIST =
            new Lists.Query(MINE + """
             and (cast(:types as text[]) is null or c.type = any(:types))
              and (cast(:unread as boolean) is null or (c.last_seq > s.last_read_seq + s.own_after_read) = :unread)
              and (cast(:contextTypes as text[]) is null or c.context_type = any(:contextTypes))
              and (cast(:contextIds as bigint[]) is null or c.context_id = any(:contextIds))
              and (cast(:externalIds as text[]) is null
                or c.external_source || ':' || c.external_id = any(:externalIds))
            """, "bigint", Map.of("lastMessageAt", Lists.SortKey.instant("last_message_at")));

    private static final List<String> TYPES =
            Stream.of(ConversationType.values()).map(ConversationType::name).toList();

    private static final List<String> CONTEXTS =
            Stream.of(Context.Type.values()).map(Context.Type::name).toList();

    private final JdbcClient jdbc;
    private final Lists lists;
    private final MessageViews messages;
    private final TransactionTemplate oneMoment;

    ConversationViews(JdbcClient jdbc, Lists lists, MessageViews messages, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.messages = messages;
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Page<ConversationView> page(ListRequest request, UUID memberId) {
        return oneMoment.execute(ignored -> read(request, memberId));
    }

    private Page<ConversationView> read(ListRequest request, UUID memberId) {
        Page<ConversationView> page = lists.page(request, LIST, params(request, memberId), ConversationRows::bare);
        List<Long> ids = page.items().stream().map(ConversationView::id).toList();
        Map<Long, List<InIt>> inIt = inIt(ids);
        Map<Long, MessageView> newest = messages.newest(ids);
        List<ConversationView> views = page.items().stream()
                .map(bare -> bare.with(inIt.getOrDefault(bare.id(), List.of()), newest.get(bare.id())))
                .toList();
        return new Page<>(views, page.next(), page.total());
    }

    /** {@code not-found} as well for who is not in it. */
    public ConversationView one(long id, UUID memberId) {
        return oneMoment.execute(ignored -> find(id, memberId)).orElseThrow(NotFound::new);
    }

    /** For who may open it, but need not be in it: what is written there he does not see (H-3). */
    public ConversationView opened(long id, UUID memberId) {
        return find(id, memberId)
                .orElseGet(() -> jdbc.sql(
                                "select c.*, 0 as last_read_seq, 0 as unread from conversation c where c.id = ?")
                        .param(id)
                        .query(ConversationRows::bare)
                        .single()
                        .with(inIt(List.of(id)).getOrDefault(id, List.of()), null));
    }

    private Optional<ConversationView> find(long id, UUID memberId) {
        List<Long> ids = List.of(id);
        return jdbc.sql(MINE + " and c.id = :id")
                .param("me", memberId)
                .param("id", id)
                .query(ConversationRows::bare)
                .optional()
                .map(bare -> bare.with(
                        inIt(ids).getOrDefault(id, List.of()),
                        messages.newest(ids).get(id)));
    }

    UnreadView unread(UUID memberId) {
        return oneMoment.execute(ignored -> countUnread(memberId));
    }

    private UnreadView countUnread(UUID memberId) {
        String open = "(%s and c.last_seq > s.last_read_seq + s.own_after_read) q".formatted(MINE);
        long total = jdbc.sql("select coalesce(sum(unread), 0) from " + open)
                .param("me", memberId)
                .query((row, n) -> row.getLong(1))
                .single();
        List<Unread> conversations = jdbc.sql("select id, unread from " + open
                        + " order by last_message_at desc, id desc limit " + MOST_UNREAD)
                .param("me", memberId)
                .query((row, n) -> new Unread(row.getLong(1), row.getLong(2)))
                .list();
        return new UnreadView(total, conversations);
    }

    private Map<Long, List<InIt>> inIt(Collection<Long> conversationIds) {
        return jdbc.sql("""
                        select s.conversation_id, s.member_id, s.role, s.joined_at,
                            coalesce(k.display_name, 'Former member') as name
                        from conversation_member s left join known_member k on k.id = s.member_id
                        where s.conversation_id = any(?) and s.left_at is null
                        order by s.conversation_id, s.joined_at, s.member_id
                        """).param(conversationIds.toArray(Long[]::new)).query(SeatRow::map).list().stream()
                .collect(Collectors.groupingBy(
                        SeatRow::conversationId, Collectors.mapping(SeatRow::inIt, Collectors.toList())));
    }

    private static Map<String, @Nullable Object> params(ListRequest request, UUID memberId) {
        Map<String, @Nullable Object> params = new HashMap<>();
        String @Nullable [] types = request.words("type", TYPES);
        params.put("me", memberId);
        params.put("types", types == null ? null : letters(types));
        params.put("unread", request.flag("unread"));
        params.put("contextTypes", request.words("contextType", CONTEXTS));
        params.put("contextIds", request.longs("contextId"));
        params.put("externalIds", request.texts("externalId"));
        return params;
    }

    private static String[] letters(String[] types) {
        return Stream.of(types)
                .map(type -> ConversationType.valueOf(type).letter())
                .toArray(String[]::new);
    }
}
