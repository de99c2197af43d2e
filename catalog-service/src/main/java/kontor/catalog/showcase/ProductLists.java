package kontor.catalog.showcase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Caller;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Searches, filters and sorts the products; each caller only by what he may see (G-30). */
@Component
class ProductLists {

    /** What an inactive product does not show to non-admins cannot find it either. */
    private static final Set<String> HIDDEN_IF_INACTIVE =
            Set.of("categoryId", "descendants", "forSale", "stockPolicy", "recommendedAge", "externalId");

    private static final Set<String> FOR_ADMINS = Set.of("minStock", "onHand", "stockValue");

    private static final Lists.Query ROWS = new Lists.Query(
            "select " + ProductRows.COLUMNS + """
                    , case when p.active or :admin then p.price_minor end as price_sort,
                    cast(s.on_hand as bigint) * p.price_minor as stock_value
                    from
                    """ + ProductRows.TABLES + """
                    where p.withdrawn_at is null
                      and (cast(:active as boolean) is null or p.active = :active)
                      and (p.active or :unhidden)
                      and (cast(:names as text[]) is null or p.name ilike any(:names))
                      and (cast(:barcodes as text[]) is null or p.barcode ilike any(:barcodes))
                      and (cast(:tagIds as bigint[]) is null
                        or exists (select from product_tag pt where pt.product_id = p.id and pt.tag_id = any(:tagIds)))
                      and (cast(:categoryIds as bigint[]) is null or p.category_id = any(:categoryIds)
                        or (:descendants and p.category_id in (
                            select sub from unnest(cast(:categoryIds as bigint[])) root, category_subtree(root) sub)))
                      and (cast(:forSale as boolean) is null or :forSale = not exists (
                        select from product_tag pt join tag t on t.id = pt.tag_id
                        where pt.product_id = p.id and not t.is_for_sale))
                      and (cast(:policies as text[]) is null or p.stock_policy = any(:policies))
                      and (cast(:ages as text[]) is null or p.recommended_age ilike any(:ages))
                      and (cast(:minStock as bigint) is null or s.on_hand >= :minStock)
                      and (cast(:externalIds as text[]) is null
                        or p.external_source || ':' || p.external_id = any(:externalIds))
                    """,
            "bigint",
            Map.of(
                    "name", SortKey.text("name"),
                    "priceMinor", SortKey.number("price_sort"),
                    "createdAt", SortKey.instant("created_at"),
                    "onHand", SortKey.number("on_hand"),
                    "stockValue", SortKey.number("stock_value")));

    private final Lists lists;
    private final JsonMapper mapper;

    ProductLists(Lists lists, JsonMapper mapper) {
        this.lists = lists;
        this.mapper = mapper;
    }

    Page<ProductView> page(ListRequest request, Caller caller) {
        requireReadable(request, caller);
        boolean hidesInactive =
                request.filters().keySet().stream().anyMatch(HIDDEN_IF_INACTIVE::contains) && !caller.isAdmin();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("admin", caller.isAdmin());
        params.put("unhidden", !hidesInactive);
        params.put("active", active(request));
        params.put("names", request.contained("name"));
        params.put("barcodes", request.contained("barcode"));
        params.put("tagIds", request.longs("tagId"));
        params.put("categoryIds", request.longs("categoryId"));
        params.put("descendants", Boolean.TRUE.equals(request.flag("descendants")));
        params.put("forSale", request.flag("forSale"));
        params.put("policies", request.words("stockPolicy", List.of("TRACKED", "UNTRACKED")));
        params.put("ages", request.contained("recommendedAge"));
        params.put("minStock", request.number("minStock"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, new ProductRows(mapper, caller, false));
    }

    private static void requireReadable(ListRequest request, Caller caller) {
        if (caller.isAdmin()) {
            return;
        }
        FOR_ADMINS.stream()
                .filter(name ->
                        request.filters().containsKey(name) || request.sort().equals(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidField(List.of(
                            new Fault(name, "unknown-parameter", "Only admins see the stock of all products.")));
                });
    }

    /** Active ones unless the caller asks for others; null is any. */
    private static @Nullable Boolean active(ListRequest request) {
        String @Nullable [] sent = request.words("active", List.of("true", "false", "any"));
        if (sent == null) {
            return true;
        }
        if (sent.length > 1) {
            throw new InvalidField("active", "may be sent once");
        }
        return sent[0].equals("any") ? null : Boolean.valueOf(sent[0]);
    }
}
