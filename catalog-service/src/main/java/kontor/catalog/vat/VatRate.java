package kontor.catalog.vat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.core.Decimals;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A VAT rate; its percentage holds for every product with it, from the moment it is set (C-7). */
@Entity
class VatRate extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private BigDecimal percentage;
    private @Nullable String name;
    private Instant validFrom;
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected VatRate() {}

    VatRate(BigDecimal percentage, @Nullable String name, UUID adminId, Instant now) {
        this.percentage = percentage;
        this.name = name;
        validFrom = now;
        changed(false, adminId);
    }

    /** Whether it says something else now. A percentage never holds from before the one it follows. */
    boolean edit(BigDecimal newPercentage, @Nullable String newName, UUID adminId, Instant now) {
        boolean sameName = Objects.equals(newName, name);
        if (is(newPercentage) && sameName) {
            return false;
        }
        if (!is(newPercentage)) {
            percentage = newPercentage;
            validFrom = now.isAfter(validFrom) ? now : validFrom.plus(1, ChronoUnit.MICROS);
        }
        name = newName;
        changed(false, adminId);
        return true;
    }

    void delete(UUID adminId) {
        changed(true, adminId);
    }

    private void changed(boolean deleted, UUID adminId) {
        long number = ++version;
        announce(() -> new VatRateChanged(id(), Decimals.plain(percentage), name, validFrom, deleted, adminId, number));
    }

    boolean is(BigDecimal other) {
        return percentage.compareTo(other) == 0;
    }

    /** The shop cannot be without it: it is the default of every product. */
    boolean isZero() {
        return percentage.signum() == 0;
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved rate has an id");
    }

    BigDecimal percentage() {
        return percentage;
    }

    @Nullable
    String name() {
        return name;
    }

    Instant validFrom() {
        return validFrom;
    }

    long version() {
        return version;
    }
}
