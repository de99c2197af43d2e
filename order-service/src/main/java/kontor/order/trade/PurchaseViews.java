package kontor.order.trade;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.order.party.Viewer;
import kontor.order.purchase.PurchaseBook;
import kontor.order.purchase.PurchaseStatus;
import kontor.order.trade.PurchaseRows.LineRow;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Times;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads purchases with their lines by two statements, however many; who sees them is part of the query. */
@Component
public class PurchaseViews {

    private static final String PURCHASES = """
            select p.*, y.id as payment_id, y.external as payment_external, y.note as payment_note,
                y.requested_by as payment_by, y.at as payment_at, y.state as payment_state, y.code as payment_code
            from market_purchase p
            left join purchase_payment y on y.id = (select max(id) from purchase_payment where purchase_id = p.id)
                and (p.buyer_id = :me or cast(:isAdmin as boolean))
            where\s""";

    private static final String FILTERS = """
             and (cast(:roles as text[]) is null or 'buyer' = any(:roles) and p.buyer_id = :me
                or 'seller' = any(:roles) and p.seller_id = :me)
              and (cast(:statuses as text[]) is null or p.status = any(:statuses))
              and (cast(:from as timestamptz) is null or p.opened_at >= :from)
              and (cast(:to as timestamptz) is null or p.opened_at < :to)
              and (cast(:externalIds as text[]) is null
                or p.external_source || ':' || p.external_id = any(:externalIds))
            """;

    /** Apart, because a statement for both would be planned for both: who sees all costs what is of one. */
    private static final Lists.Query OF_MEMBERS = rows(PurchaseBook.SEEN_BY_MEMBERS);

    private static final Lists.Query OF_ADMINS = rows(PurchaseBook.SEEN_BY_ADMINS);

    private static final List<String> ROLES = List.of("buyer", "seller");
    private static final List<String> STATUSES =
            Stream.of(PurchaseStatus.values()).map(PurchaseStatus::name).toList();

    private final JdbcClient jdbc;
    private final Lists lists;

    PurchaseViews(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    private static Lists.Query rows(String seen) {
        return new Lists.Query(PURCHASES + seen + FILTERS, "bigint", Map.of("openedAt", SortKey.instant("opened_at")));
    }

    Page<PurchaseView> page(ListRequest request, Viewer viewer) {
        Lists.Query rows = viewer.isAdmin() ? OF_ADMINS : OF_MEMBERS;
        Page<PurchaseView> page = lists.page(request, rows, params(request, viewer), PurchaseRows::bare);
        List<LineRow> lines = lines(page.items().stream().map(PurchaseView::id).toList());
        List<PurchaseView> views =
                page.items().stream().map(view -> with(view, lines)).toList();
        return new Page<>(views, page.next(), page.total());
    }

    /** {@code not-found} as well for who does not see it. */
    public PurchaseView one(long id, Viewer viewer) {
        PurchaseView bare = jdbc.sql(PURCHASES + "p.id = :id and " + PurchaseBook.VISIBLE)
                .params(params(viewer))
                .param("id", id)
                .query(PurchaseRows::bare)
                .optional()
                .orElseThrow(NotFound::new);
        return with(bare, lines(List.of(id)));
    }

    /** {@code not-found} unless there is such a purchase and he sees it. */
    public void requireVisible(long id, Viewer viewer) {
        boolean isVisible = jdbc.sql("select exists (select from market_purchase p where p.id = :id and "
                        + PurchaseBook.VISIBLE + ")")
                .params(params(viewer))
                .param("id", id)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!isVisible) {
            throw new NotFound();
        }
    }

    /** Whether the catalog has decided; without a transaction, so that no connection is held while waiting. */
    public boolean isDecided(long id) {
        return jdbc.sql("select exists (select from market_purchase where id = ? and status <> 'W')")
                .param(id)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private static PurchaseView with(PurchaseView bare, List<LineRow> lines) {
        return bare.with(lines.stream()
                .filter(line -> line.purchaseId() == bare.id())
                .map(LineRow::line)
                .toList());
    }

    private List<LineRow> lines(Collection<Long> purchases) {
        return jdbc.sql("select * from market_purchase_line where purchase_id = any(?) order by purchase_id, line_no")
                .param(purchases.toArray(Long[]::new))
                .query(LineRow::map)
                .list();
    }

    static Map<String, @Nullable Object> params(Viewer viewer) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("me", viewer.memberId());
        params.put("isAdmin", viewer.isAdmin());
        return params;
    }

    private static Map<String, @Nullable Object> params(ListRequest request, Viewer viewer) {
        Map<String, @Nullable Object> params = params(viewer);
        String @Nullable [] statuses = request.words("status", STATUSES);
        params.put("roles", request.words("role", ROLES));
        params.put("statuses", statuses == null ? null : letters(statuses));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        return params;
    }

    private static String[] letters(String[] statuses) {
        return Stream.of(statuses)
                .map(status -> PurchaseStatus.valueOf(status).letter())
                .toArray(String[]::new);
    }
}
