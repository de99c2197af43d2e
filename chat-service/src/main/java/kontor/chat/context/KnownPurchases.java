package kontor.chat.context;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of market purchases: the parties of each that has been OPEN. */
@Component
public class KnownPurchases {

    private final JdbcClient jdbc;

    KnownPurchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Buyer and seller. */
    public Optional<List<UUID>> parties(long id) {
        return jdbc.sql("select buyer_id, seller_id from known_purchase where id = ?")
                .param(id)
                .query((row, n) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
    }
}
