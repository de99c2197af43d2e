package kontor.order.tariff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of tariffs and extras as the database has them. */
final class TariffRows {

    private TariffRows() {}

    /**
     * A stored tariff.
     *
     * @param version ETag and number of its newest fact
     */
    record TariffRow(long id, Tariff tariff, long version) {

        TariffRow next(Tariff wanted) {
            return new TariffRow(id, wanted, version + 1);
        }

        Carriage carriage(List<ExtraRow> extras) {
            return new Carriage(
                    id,
                    tariff.reach().carrier(),
                    tariff.reach().name(),
                    tariff.reach().tracked(),
                    tariff.priceMinor(),
                    ExtraRow.of(id, extras));
        }

        static TariffRow map(ResultSet row, int number) throws SQLException {
            Tariff.Reach reach = new Tariff.Reach(
                    row.getString("carrier"),
                    row.getString("name"),
                    row.getString("origin_country"),
                    List.of((String[]) row.getArray("destination_countries").getArray()),
                    row.getInt("max_weight_g"),
                    row.getInt("max_length_mm"),
                    row.getInt("max_width_mm"),
                    row.getInt("max_height_mm"),
                    row.getBoolean("tracked"));
            Tariff tariff = new Tariff(
                    reach,
                    row.getLong("price_minor"),
                    Objects.requireNonNull(instant(row, "valid_from")),
                    instant(row, "valid_to"),
                    row.getBoolean("active"));
            return new TariffRow(row.getLong("id"), tariff, row.getLong("version"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }

    /** A stored extra. */
    record ExtraRow(long tariffId, Carriage.Extra extra) {

        static List<Carriage.Extra> of(long tariffId, List<ExtraRow> extras) {
            return extras.stream()
                    .filter(row -> row.tariffId() == tariffId)
                    .map(ExtraRow::extra)
                    .toList();
        }

        static ExtraRow map(ResultSet row, int number) throws SQLException {
            return new ExtraRow(
                    row.getLong("tariff_id"),
                    new Carriage.Extra(row.getLong("id"), row.getString("name"), row.getLong("price_minor")));
        }
    }
}
