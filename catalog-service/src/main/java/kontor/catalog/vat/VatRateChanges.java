package kontor.catalog.vat;

import org.springframework.data.repository.Repository;

/** The history of all VAT rates. */
interface VatRateChanges extends Repository<VatRateChange, Long> {

    VatRateChange save(VatRateChange change);
}
