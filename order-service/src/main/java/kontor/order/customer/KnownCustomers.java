package kontor.order.customer;

import java.util.Optional;
import java.util.UUID;
import kontor.order.order.OrderBody.ShipTo;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of customers; a site counts only with its customer. */
@Component
public class KnownCustomers {

    private final JdbcClient jdbc;

    KnownCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code unknown-reference} unless there is such a customer. */
    public void require(long customerId) {
        boolean isKnown = jdbc.sql("select exists (select from known_customer where id = ?)")
                .param(customerId)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!isKnown) {
            throw new UnknownReference("/customerId");
        }
    }

    /** The address of a live site of the customer. */
    public ShipTo addressOf(long customerId, long siteId) {
        return address(customerId, siteId).orElseThrow(() -> new UnknownReference("/customerSiteId"));
    }

    /** No site at all means the main one, whichever that will be. */
    public void requireBillingSite(long customerId, @Nullable Long siteId) {
        if (siteId != null && address(customerId, siteId).isEmpty()) {
            throw new UnknownReference("/billingSiteId");
        }
    }

    /** The address of a live site of the customer that the member is. */
    public Optional<ShipTo> siteOf(UUID memberId, long siteId) {
        return address("c.member_id = ?", siteId, memberId);
    }

    private Optional<ShipTo> address(long customerId, long siteId) {
        return address("c.id = ?", siteId, customerId);
    }

    private Optional<ShipTo> address(String owner, long siteId, Object ownerId) {
        return jdbc.sql("""
                        select c.name, s.street, s.zip_code, s.city, s.country, s.phone
                        from known_site s join known_customer c on c.id = s.customer_id
                        where s.id = ? and\s""" + owner)
                .params(siteId, ownerId)
                .query((row, n) -> new ShipTo(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .optional();
    }
}
