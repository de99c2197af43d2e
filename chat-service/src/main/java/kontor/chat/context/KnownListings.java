package kontor.chat.context;

import java.util.Optional;
import java.util.UUID;
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

    /** A listing that everybody sees. */
    public record KnownListing(UUID sellerId, @Nullable String title) {}

    /** Empty unless it is active. */
    public Optional<KnownListing> active(long id) {
        return jdbc.sql("select seller_id, title from known_listing where id = ? and status = 'ACTIVE'")
                .param(id)
                .query((row, n) -> new KnownListing(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }
}
