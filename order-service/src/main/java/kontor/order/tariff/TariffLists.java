package kontor.order.tariff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.order.tariff.TariffRows.ExtraRow;
import kontor.order.tariff.TariffRows.TariffRow;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tariffs with their extras by two statements, however many. */
@Component
class TariffLists {

    private static final String TARIFFS = "select * from shipping_tariff ";

    private static final Lists.Query ROWS = new Lists.Query(
            TARIFFS + """
                    where (cast(:carriers as text[]) is null or carrier ilike any(:carriers))
                      and (cast(:origins as text[]) is null or origin_country = any(:origins))
                      and (cast(:destinations as text[]) is null
                        or destination_countries && cast(:destinations as text[]))
                      and (cast(:active as boolean) is null or active = :active)
                      and (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """,
            "bigint",
            Map.of(
                    "priceMinor", SortKey.number("price_minor"),
                    "validFrom", SortKey.instant("valid_from"),
                    "name", SortKey.text("name")));

    private final Lists lists;
    private final Tariffs tariffs;
    private final JdbcClient jdbc;

    TariffLists(Lists lists, Tariffs tariffs, JdbcClient jdbc) {
        this.lists = lists;
        this.tariffs = tariffs;
        this.jdbc = jdbc;
    }

    Page<TariffView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("carriers", request.contained("carrier"));
        params.put("origins", request.texts("originCountry"));
        params.put("destinations", request.texts("destinationCountry"));
        params.put("active", request.flag("active"));
        params.put("externalIds", request.texts("externalId"));
        Page<Shown> page = lists.page(request, ROWS, params, Shown::map);
        List<ExtraRow> extras =
                tariffs.extras(page.items().stream().map(Shown::id).toList());
        List<TariffView> views =
                page.items().stream().map(shown -> shown.with(extras)).toList();
        return new Page<>(views, page.next(), page.total());
    }

    TariffView one(long id) {
        return jdbc.sql(TARIFFS + "where id = ?")
                .param(id)
                .query(Shown::map)
                .optional()
                .orElseThrow(NotFound::new)
                .with(tariffs.extras(List.of(id)));
    }

    /** A tariff that lacks its extras yet. */
    private record Shown(
            TariffRow row,
            @Nullable String externalSource,
            @Nullable String externalId) {

        long id() {
            return row.id();
        }

        TariffView with(List<ExtraRow> extras) {
            Tariff tariff = row.tariff();
            Tariff.Reach reach = tariff.reach();
            return new TariffView(
                    row.id(),
                    row.version(),
                    reach.carrier(),
                    reach.name(),
                    reach.originCountry(),
                    reach.destinationCountries(),
                    reach.maxWeightG(),
                    reach.maxLengthMm(),
                    reach.maxWidthMm(),
                    reach.maxHeightMm(),
                    tariff.priceMinor(),
                    reach.tracked(),
                    tariff.validFrom(),
                    tariff.validTo(),
                    tariff.active(),
                    ExtraRow.of(row.id(), extras),
                    externalSource,
                    externalId);
        }

        static Shown map(ResultSet row, int number) throws SQLException {
            return new Shown(
                    TariffRow.map(row, number), row.getString("external_source"), row.getString("external_id"));
        }
    }
}
