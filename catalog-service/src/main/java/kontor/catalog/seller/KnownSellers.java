package kontor.catalog.seller;

import java.util.UUID;
import kontor.platform.rejection.NotVerified;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who sells, as the copy of the member states says (G-19). */
@Component
public class KnownSellers {

    private static final String HOLD = """
            select verified and active and not system_member as may_sell
            from known_member where id = ? and status <> 'ANONYMISED' for share
            """;

    private final JdbcClient jdbc;

    KnownSellers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether he may sell (C-20), which stays so until the transaction ends: whoever anonymises him meanwhile waits,
     * and then finds all his listings. Taken before any listing, as there.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID memberId) {
        return jdbc.sql(HOLD)
                .param(memberId)
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElseThrow(NotVerified::new);
    }
}
