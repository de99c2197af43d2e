package kontor.catalog.seller;

import java.util.UUID;
import kontor.catalog.core.ShipFrom;
import kontor.platform.rejection.UnknownReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The live sites of all members who are customers. */
@Component
public class KnownSites {

    private final JdbcClient jdbc;

    KnownSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The address of a site of this member's own; {@code unknown-reference} for any other (G-25). */
    public ShipFrom addressOf(UUID memberId, long siteId) {
        return jdbc.sql("""
                        select c.name, s.street, s.zip_code, s.city, s.country, s.phone
                        from known_site s join known_customer c on c.id = s.customer_id
                        where s.id = ? and c.member_id = ?
                        """)
                .params(siteId, memberId)
                .query((row, n) -> new ShipFrom(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .optional()
                .orElseThrow(() -> new UnknownReference("/siteId"));
    }
}
