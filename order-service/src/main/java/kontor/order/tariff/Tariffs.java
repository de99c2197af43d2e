package kontor.order.tariff;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.order.tariff.TariffRows.ExtraRow;
import kontor.order.tariff.TariffRows.TariffRow;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.store.SqlValues;
import kontor.platform.store.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All shipping tariffs with their extras. */
@Component
public class Tariffs {

    private final JdbcClient jdbc;

    Tariffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The chosen tariff with the chosen extras, each of which counts once; {@code unknown-reference} points at what is
     * not there, {@code tariff-unfit} if the parcel does not go by it now (O-22).
     */
    public Shipping require(long tariffId, List<Long> extraIds, Parcel parcel, Instant now) {
        TariffRow row = find(tariffId).orElseThrow(() -> new UnknownReference("/shippingTariffId"));
        Map<Long, ExtraRow> extras = extras(List.of(tariffId)).stream()
                .collect(Collectors.toMap(extra -> extra.extra().id(), Function.identity()));
        for (int i = 0; i < extraIds.size(); i++) {
            if (!extras.containsKey(extraIds.get(i))) {
                throw new UnknownReference("/extraIds/" + i);
            }
        }
        if (!row.tariff().fits(parcel, now)) {
            throw new TariffUnfit(tariffId);
        }
        extras.keySet().retainAll(new HashSet<>(extraIds));
        long extraMinor = extras.values().stream()
                .mapToLong(extra -> extra.extra().priceMinor())
                .sum();
        return new Shipping(
                tariffId, row.tariff().reach().tracked(), row.tariff().priceMinor() + extraMinor);
    }

    /** All tariffs that take the parcel now, cheapest first, by two statements (O-22). */
    public List<Carriage> fitting(Parcel parcel, Instant now) {
        List<TariffRow> rows = jdbc
                .sql("""
                        select * from shipping_tariff
                        where active and origin_country = :from and :to = any(destination_countries)
                            and max_weight_g >= :weight and valid_from <= :now and (valid_to is null or valid_to > :now)
                        order by price_minor, id
                        """)
                .param("from", parcel.from())
                .param("to", parcel.to())
                .param("weight", parcel.weightG())
                .param("now", Times.of(now))
                .query(TariffRow::map)
                .list()
                .stream()
                .filter(row -> row.tariff().fits(parcel, now))
                .toList();
        List<ExtraRow> extras = extras(rows.stream().map(TariffRow::id).toList());
        return rows.stream().map(row -> row.carriage(extras)).toList();
    }

    Optional<TariffRow> find(long id) {
        return jdbc.sql("select * from shipping_tariff where id = ?")
                .param(id)
                .query(TariffRow::map)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<TariffRow> lock(long id) {
        return jdbc.sql("select * from shipping_tariff where id = ? for no key update")
                .param(id)
                .query(TariffRow::map)
                .optional();
    }

    List<ExtraRow> extras(Collection<Long> tariffIds) {
        return jdbc.sql("select * from shipping_extra where tariff_id = any(?) order by tariff_id, id")
                .param(tariffIds.toArray(Long[]::new))
                .query(ExtraRow::map)
                .list();
    }

    /** The id it got; its version is 1. */
    @Transactional(propagation = Propagation.MANDATORY)
    long add(Tariff tariff) {
        Tariff.Reach reach = tariff.reach();
        return jdbc.sql("""
                        insert into shipping_tariff (id, carrier, name, origin_country, destination_countries,
                            max_weight_g, max_length_mm, max_width_mm, max_height_mm, price_minor, tracked, valid_from,
                            valid_to, active, version)
                        values (nextval('shipping_tariff_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) returning id
                        """)
                .params(SqlValues.of(
                        reach.carrier(),
                        reach.name(),
                        reach.originCountry(),
                        reach.destinationCountries().toArray(String[]::new),
                        reach.maxWeightG(),
                        reach.maxLengthMm(),
                        reach.maxWidthMm(),
                        reach.maxHeightMm(),
                        tariff.priceMinor(),
                        reach.tracked(),
                        tariff.validFrom(),
                        tariff.validTo(),
                        tariff.active()))
                .query((row, n) -> row.getLong(1))
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(TariffRow row) {
        jdbc.sql("update shipping_tariff set valid_to = ?, active = ?, version = ? where id = ?")
                .params(SqlValues.of(row.tariff().validTo(), row.tariff().active(), row.version(), row.id()))
                .update();
    }

    /** The id it got. */
    @Transactional(propagation = Propagation.MANDATORY)
    long addExtra(long tariffId, String name, long priceMinor) {
        return jdbc.sql("insert into shipping_extra (tariff_id, name, price_minor) values (?, ?, ?) returning id")
                .params(tariffId, name, priceMinor)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
