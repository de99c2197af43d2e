package kontor.order.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of listings. */
@Component
public class KnownListings {

    private final JdbcClient jdbc;

    KnownListings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that are known, in any status, by one statement. */
    public Map<Long, Offer> of(Collection<Long> ids) {
        return jdbc
                .sql("select * from known_listing where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(KnownListings::map)
                .list()
                .stream()
                .collect(Collectors.toMap(Offer::listingId, Function.identity()));
    }

    private static Offer map(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getLong("id"),
                row.getObject("seller_id", UUID.class),
                row.getString("title"),
                row.getLong("unit_price_minor"),
                row.getInt("available"),
                row.getInt("weight_g"),
                row.getString("country"),
                Offer.Status.valueOf(row.getString("status")),
                row.getLong("version"));
    }
}
