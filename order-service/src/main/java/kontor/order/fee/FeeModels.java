package kontor.order.fee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import kontor.platform.store.SqlValues;
import kontor.platform.store.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All fee models; the newest that is valid is in effect, and one always is, because one was there from the start. */
@Component
public class FeeModels {

    private final JdbcClient jdbc;

    FeeModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fee by the model in effect (O-21). */
    public Fee feeOf(long goodsMinor, Instant now) {
        return jdbc.sql("""
                        select * from fee_model where valid_from <= ? order by valid_from desc, id desc limit 1
                        """)
                .param(Times.of(now))
                .query((row, n) -> new Fee(row.getLong("id"), map(row).feesMinor(goodsMinor)))
                .single();
    }

    /** The id it got. */
    @Transactional(propagation = Propagation.MANDATORY)
    long add(FeeModel model) {
        return jdbc.sql("""
                        insert into fee_model (name, percent, fixed_minor, min_minor, max_minor, valid_from)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(SqlValues.of(
                        model.name(),
                        model.percent(),
                        model.fixedMinor(),
                        model.minMinor(),
                        model.maxMinor(),
                        model.validFrom()))
                .query((row, n) -> row.getLong(1))
                .single();
    }

    static FeeModel map(ResultSet row) throws SQLException {
        @Nullable Long maxMinor = row.getObject("max_minor", Long.class);
        return new FeeModel(
                row.getString("name"),
                row.getBigDecimal("percent"),
                row.getLong("fixed_minor"),
                row.getLong("min_minor"),
                maxMinor,
                Objects.requireNonNull(row.getObject("valid_from", OffsetDateTime.class))
                        .toInstant());
    }
}
