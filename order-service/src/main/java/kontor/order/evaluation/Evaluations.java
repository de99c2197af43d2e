package kontor.order.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase.Levels;
import kontor.order.purchase.PurchaseBook;
import kontor.order.purchase.PurchaseFact.Side;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All evaluations; who may read a purchase may read what was thought of it (O-26). */
@Component
class Evaluations {

    private static final String BY_BUYER = """
            select e.*, 'BUYER' as side from evaluation_buyer e join market_purchase p on p.id = e.purchase_id
            """;

    private static final String BY_SELLER = """
            select e.*, cast(null as int) as level_pack, cast(null as int) as level_goods, 'SELLER' as side
            from evaluation_seller e join market_purchase p on p.id = e.purchase_id
            """;

    private static final String VISIBLE = "where e.purchase_id = :purchase and " + PurchaseBook.VISIBLE;

    private final JdbcClient jdbc;

    Evaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing if there is none, or none that he may see. */
    Optional<EvaluationView> find(long purchaseId, Side side, Viewer viewer) {
        return jdbc.sql(of(side) + VISIBLE)
                .param("purchase", purchaseId)
                .param("me", viewer.memberId())
                .param("isAdmin", viewer.isAdmin())
                .query(Evaluations::map)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(long purchaseId, Side side, Levels levels, @Nullable String comment, Instant at) {
        switch (side) {
            case BUYER ->
                jdbc.sql("""
                            insert into evaluation_buyer (purchase_id, level_pack, level_goods, level, comment, at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                        .params(SqlValues.of(purchaseId, levels.pack(), levels.goods(), levels.overall(), comment, at))
                        .update();
            case SELLER ->
                jdbc.sql("""
                            insert into evaluation_seller (purchase_id, level, comment, at) values (?, ?, ?, ?)
                            """)
                        .params(SqlValues.of(purchaseId, levels.overall(), comment, at))
                        .update();
        }
    }

    private static String of(Side side) {
        return switch (side) {
            case BUYER -> BY_BUYER;
            case SELLER -> BY_SELLER;
        };
    }

    private static EvaluationView map(ResultSet row, int number) throws SQLException {
        return new EvaluationView(
                row.getLong("id"),
                row.getLong("purchase_id"),
                Side.valueOf(row.getString("side")),
                row.getObject("level_pack", Integer.class),
                row.getObject("level_goods", Integer.class),
                row.getInt("level"),
                row.getString("comment"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
