package kontor.order.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of listings. */
@Component
public class KnownListings {

    private final JdbcClient jdbc;

    KnownListings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The offers that lines name, one a line in their order, by one statement; {@code unknown-reference} with the
     * pointer of the line for one that the caller does not see (O-20).
     *
     * @param lines ids of listings; one may come twice
     */
    public List<Offer> seenBy(UUID memberId, boolean isAdmin, List<Long> lines) {
        Map<Long, Offer> known = of(lines);
        List<Offer> offers = new ArrayList<>();
        for (Long listingId : lines) {
            @Nullable Offer offer = known.get(listingId);
            if (offer == null || !offer.isVisibleTo(memberId, isAdmin)) {
                throw new UnknownReference("/lines/%d/listingId".formatted(offers.size()));
            }
            offers.add(offer);
        }
        return offers;
    }

    private Map<Long, Offer> of(List<Long> ids) {
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
