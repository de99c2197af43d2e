package kontor.catalog.market;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows and searches listings: the active ones to anybody, their own to sellers, all to admins. */
@Component
public class Marketplace {

    private static final String VISIBLE = " (l.status = 'ACTIVE' or l.seller_id = cast(:me as uuid) or :admin) ";

    /** Staff reads what its tickets are about (G-23), but does not find it in lists. */
    private static final String VISIBLE_BY_ID = "(" + VISIBLE
            + "or l.id in (select a.listing_id from known_assignment a where a.staff_id = cast(:staff as uuid)))";

    private static final Lists.Query ROWS = new Lists.Query(
            MarketRows.SELECT + "where" + VISIBLE + """
                      and (cast(:titles as text[]) is null or l.title ilike any(:titles))
                      and (cast(:categoryIds as bigint[]) is null or l.category_id = any(:categoryIds))
                      and (cast(:sellerIds as uuid[]) is null or l.seller_id = any(:sellerIds))
                      and (cast(:productIds as bigint[]) is null or l.product_id = any(:productIds))
                      and (cast(:statuses as text[]) is null or l.status = any(:statuses))
                      and (cast(:externalIds as text[]) is null
                        or l.external_source || ':' || l.external_id = any(:externalIds))
                    """,
            "bigint",
            Map.of("createdAt", SortKey.instant("created_at"), "unitPriceMinor", SortKey.number("unit_price_minor")));

    private final Lists lists;
    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    Marketplace(Lists lists, JdbcClient jdbc, JsonMapper mapper) {
        this.lists = lists;
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    Page<ListingView> page(ListRequest request, Caller caller) {
        Map<String, @Nullable Object> params = new HashMap<>(rightsOf(caller));
        params.put("titles", request.contained("title"));
        params.put("categoryIds", request.longs("categoryId"));
        params.put("sellerIds", request.uuids("sellerId"));
        params.put("productIds", request.longs("productId"));
        params.put("statuses", request.words("status", List.of("DRAFT", "ACTIVE", "CLOSED")));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, rows(caller));
    }

    /** One that the caller may not see is like none. */
    ListingView to(Caller caller, long id) {
        return jdbc.sql(MarketRows.SELECT + "where l.id = :id and " + VISIBLE_BY_ID)
                .params(rightsOf(caller))
                .param("id", id)
                .query(rows(caller))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** As its seller sees it, within the transaction that changed it. */
    public ListingView toSeller(long id) {
        return jdbc.sql(MarketRows.SELECT + "where l.id = ?")
                .param(id)
                .query(new MarketRows(mapper, anybody -> true))
                .single();
    }

    private MarketRows rows(Caller caller) {
        return new MarketRows(mapper, seller -> caller.isAdmin() || caller.isSelf(seller));
    }

    private static Map<String, @Nullable Object> rightsOf(Caller caller) {
        @Nullable UUID me = caller.member() == null ? null : caller.member().memberId();
        Map<String, @Nullable Object> rights = new HashMap<>();
        rights.put("me", me);
        rights.put("staff", caller.staffLevel() > 0 ? me : null);
        rights.put("admin", caller.isAdmin());
        return rights;
    }
}
