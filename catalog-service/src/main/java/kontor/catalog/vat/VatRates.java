package kontor.catalog.vat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** All VAT rates. */
interface VatRates extends Repository<VatRate, Long> {

    VatRate saveAndFlush(VatRate rate);

    void delete(VatRate rate);

    Optional<VatRate> findById(long id);

    @NativeQuery("select exists (select from vat_rate where percentage = :percentage and id <> :exceptId)")
    boolean isTaken(BigDecimal percentage, long exceptId);

    @NativeQuery("select id from product where vat_rate_id = :id")
    List<Long> productsOf(long id);

    @NativeQuery("select exists (select from product where vat_rate_id = :id)")
    boolean isInUse(long id);
}
