package kontor.order.evaluation;

import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.MemberDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what was thought of members. */
@Component
class Ratings {

    private final JdbcClient jdbc;
    private final MemberDirectory members;

    Ratings(JdbcClient jdbc, MemberDirectory members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /** {@code not-found} if there is no such member. */
    Rating of(UUID memberId) {
        if (members.byId(memberId).isEmpty()) {
            throw new NotFound();
        }
        return jdbc.sql("""
                        select s.count as sold, s.sum as sold_sum, b.count as bought, b.sum as bought_sum
                        from (select count(*), coalesce(sum(level), 0) as sum from evaluation_buyer e
                                join market_purchase p on p.id = e.purchase_id where p.seller_id = :member) s,
                            (select count(*), coalesce(sum(level), 0) as sum from evaluation_seller e
                                join market_purchase p on p.id = e.purchase_id where p.buyer_id = :member) b
                        """)
                .param("member", memberId)
                .query((row, n) -> new Rating(
                        memberId,
                        Rating.Levels.of(row.getLong("sold"), row.getLong("sold_sum")),
                        Rating.Levels.of(row.getLong("bought"), row.getLong("bought_sum"))))
                .single();
    }
}
