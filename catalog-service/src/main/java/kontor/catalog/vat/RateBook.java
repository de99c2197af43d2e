package kontor.catalog.vat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.product.Assortment;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InUse;
import kontor.platform.rejection.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The VAT rates with their history; whatever changes a percentage is written into both. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RateBook {

    private static final long NEW = 0;

    private final VatRates rates;
    private final VatRateChanges changes;
    private final Assortment assortment;
    private final Clock clock;

    RateBook(VatRates rates, VatRateChanges changes, Assortment assortment, Clock clock) {
        this.rates = rates;
        this.changes = changes;
        this.assortment = assortment;
        this.clock = clock;
    }

    void open() {
        assortment.holdStill();
    }

    boolean has(BigDecimal percentage) {
        return rates.isTaken(percentage, NEW);
    }

    long add(BigDecimal percentage, @Nullable String name, UUID adminId) {
        requireFree(percentage, NEW);
        VatRate rate = rates.saveAndFlush(new VatRate(percentage, name, adminId, clock.instant()));
        changes.save(new VatRateChange(rate, adminId));
        return rate.id();
    }

    /** Whether anything is different now. A new percentage changes every product with the rate. */
    boolean edit(EditVatRate command) {
        VatRate rate = rates.findById(command.id()).orElseThrow(NotFound::new);
        command.expected().require(rate.version());
        BigDecimal percentage = Objects.requireNonNull(command.percentage().or(rate.percentage()));
        requireFree(percentage, rate.id());
        boolean switched = !rate.is(percentage);
        if (switched && rate.isZero()) {
            throw new InUse("The 0 % rate is the default of every product and stays.");
        }
        if (!rate.edit(percentage, command.name().or(rate.name()), command.adminId(), clock.instant())) {
            return false;
        }
        rates.saveAndFlush(rate);
        if (switched) {
            changes.save(new VatRateChange(rate, command.adminId()));
            assortment.tellAgain(rates.productsOf(rate.id()));
        }
        return true;
    }

    void strike(long id, UUID adminId) {
        VatRate rate = rates.findById(id).orElseThrow(NotFound::new);
        if (rate.isZero() || rates.isInUse(id)) {
            throw new InUse("The rate is that of a product, or the 0 % rate.");
        }
        rate.delete(adminId);
        rates.delete(rate);
    }

    private void requireFree(BigDecimal percentage, long exceptId) {
        if (rates.isTaken(percentage, exceptId)) {
            throw new Duplicate("The percentage");
        }
    }
}
