package kontor.support.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Times;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import kontor.support.object.TargetType;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.promise.ResponseTargets;
import kontor.support.ticket.Level;
import kontor.support.ticket.LevelTooLow;
import kontor.support.ticket.TicketBook;
import kontor.support.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tickets by one statement, however many; who sees them is part of the query (S-5). */
@Component
public class TicketViews {

    private static final String TICKETS = """
            select t.*, a.staff_id as assigned_to from ticket t
            left join assignment a on a.ticket_id = t.id and a.status = 'A'
            where\s""";

    private static final String FILTERS = """
             and (cast(:statuses as text[]) is null or t.status = any(:statuses))
              and (cast(:levels as text[]) is null or t.level = any(:levels))
              and (cast(:priorities as text[]) is null or t.priority = any(:priorities))
              and (cast(:assignedTo as uuid[]) is null or a.staff_id = any(:assignedTo))
              and (cast(:unassigned as boolean) is null or (a.staff_id is null) = :unassigned)
              and (cast(:targetTypes as bigint[]) is null or t.target_type_id = any(:targetTypes))
              and (cast(:breached as boolean) is null
                or (coalesce(t.first_answer_breached_at, t.solution_breached_at) is not null) = :breached)
              and (cast(:from as timestamptz) is null or t.created_at >= :from)
              and (cast(:to as timestamptz) is null or t.created_at < :to)
              and (cast(:externalIds as text[]) is null
                or t.external_source || ':' || t.external_id = any(:externalIds))
            """;

    private static final Map<String, SortKey> SORTS = Map.of(
            "createdAt", SortKey.instant("created_at"),
            "priority", new SortKey("position(priority in 'LNHU')", "int"),
            "firstAnswerDueAt", SortKey.instant("first_answer_due_at"));

    /** Apart, because a statement for both would be planned for both: what is of one costs what all cost. */
    private static final String OF_MEMBERS = TICKETS + "t.creator_id = :me" + FILTERS;

    private static final String OF_STAFF = TICKETS + "(t.level = any(:seen) or t.creator_id = :me)" + FILTERS;

    /** So are these: with them, an index leads past all the tickets that were ever closed. */
    private static final String ON_THINGS = " and t.target_id = any(:targetIds)\n";

    private static final String NOT_CLOSED = " and t.status <> 'C'\n";

    private final JdbcClient jdbc;
    private final Lists lists;
    private final ResponseTargets targets;
    private final Clock clock;

    TicketViews(JdbcClient jdbc, Lists lists, ResponseTargets targets, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.targets = targets;
        this.clock = clock;
    }

    Page<TicketView> page(ListRequest request, Viewer viewer) {
        Map<String, @Nullable Object> params = params(request);
        params.put("me", viewer.memberId());
        if (!viewer.isStaff()) {
            return lists.page(request, query(OF_MEMBERS, request), params, this::map);
        }
        params.put("seen", Level.lettersSeenBy(viewer.staffLevel()).toArray(String[]::new));
        return lists.page(request, query(OF_STAFF, request), params, this::map);
    }

    private static Lists.Query query(String sql, ListRequest request) {
        String onThings = request.filters().containsKey("targetId") ? ON_THINGS : "";
        return new Lists.Query(sql + onThings + (isOfWaiting(request) ? NOT_CLOSED : ""), "bigint", SORTS);
    }

    /** Who has a ticket has none that is closed. */
    private static boolean isOfWaiting(ListRequest request) {
        List<String> statuses = request.filters().getOrDefault("status", List.of());
        boolean isAssigned = request.filters().containsKey("assignedTo")
                || request.filters().getOrDefault("unassigned", List.of()).contains("false");
        return isAssigned || (!statuses.isEmpty() && !statuses.contains(TicketStatus.CLOSED.name()));
    }

    /** {@code not-found} as well for who is neither its creator nor staff; staff may be {@code level-too-low}. */
    public TicketView one(long id, Viewer viewer) {
        TicketView ticket = jdbc.sql(TICKETS + "t.id = :id and " + TicketBook.KNOWN)
                .param("id", id)
                .param("me", viewer.memberId())
                .param("isStaff", viewer.isStaff())
                .query(this::map)
                .optional()
                .orElseThrow(NotFound::new);
        LevelTooLow.check(ticket.level(), ticket.creatorId().equals(viewer.memberId()), viewer);
        return ticket;
    }

    /** Whoever's it is: for who has just changed it, and may have lost it by that. */
    public TicketView changed(long id) {
        return jdbc.sql(TICKETS + "t.id = ?").param(id).query(this::map).single();
    }

    /** Whether chat has opened its conversation; without a transaction, so that no connection is held while waiting. */
    public boolean isLinked(long id) {
        return jdbc.sql("select exists (select from ticket where id = ? and conversation_id is not null)")
                .param(id)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private TicketView map(ResultSet row, int number) throws SQLException {
        @Nullable Long type = row.getObject("target_type_id", Long.class);
        @Nullable Instant openSince = instantOrNull(row, "open_since");
        long running = openSince == null
                ? 0
                : targets.running(openSince, clock.instant()).toSeconds();
        return new TicketView(
                row.getLong("id"),
                row.getLong("version"),
                row.getObject("creator_id", UUID.class),
                row.getString("subject"),
                row.getObject("conversation_id", Long.class),
                type == null ? null : TargetType.of(type),
                row.getString("target_id"),
                Level.of(row.getString("level")),
                Priority.of(row.getString("priority")),
                TicketStatus.of(row.getString("status")),
                row.getObject("assigned_to", UUID.class),
                instant(row, "created_at"),
                instantOrNull(row, "closed_at"),
                instant(row, "first_answer_due_at"),
                instantOrNull(row, "first_answer_at"),
                instantOrNull(row, "first_answer_breached_at"),
                row.getLong("open_seconds") + running,
                instantOrNull(row, "solution_due_at"),
                instantOrNull(row, "solution_breached_at"),
                row.getInt("reopened"),
                row.getString("external_source"),
                row.getString("external_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Map<String, @Nullable Object> params(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("statuses", letters(request, "status", TicketStatus.values(), TicketStatus::letter));
        params.put("levels", letters(request, "level", Level.values(), Level::letter));
        params.put("priorities", letters(request, "priority", Priority.values(), Priority::letter));
        params.put("assignedTo", request.uuids("assignedTo"));
        params.put("unassigned", request.flag("unassigned"));
        params.put("targetTypes", typeIds(request));
        params.put("targetIds", request.texts("targetId"));
        params.put("breached", request.flag("breached"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        return params;
    }

    private static <E extends Enum<E>> String @Nullable [] letters(
            ListRequest request, String filter, E[] all, Function<E, String> letter) {
        String @Nullable [] words = request.words(filter, names(all));
        return words == null
                ? null
                : Stream.of(words)
                        .map(word -> letter.apply(Enum.valueOf(all[0].getDeclaringClass(), word)))
                        .toArray(String[]::new);
    }

    private static Long @Nullable [] typeIds(ListRequest request) {
        String @Nullable [] words = request.words("targetType", names(TargetType.values()));
        return words == null
                ? null
                : Stream.of(words).map(word -> TargetType.valueOf(word).id()).toArray(Long[]::new);
    }

    private static List<String> names(Enum<?>[] all) {
        return Stream.of(all).map(Enum::name).toList();
    }
}
