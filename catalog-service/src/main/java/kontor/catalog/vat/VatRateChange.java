package kontor.catalog.vat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Which percentage a rate had from when on; only appended to. */
@Entity
@Immutable
class VatRateChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column
    private long vatRateId;

    @Column
    private BigDecimal percentage;

    @Column
    private Instant validFrom;

    @Column
    private UUID byAdminId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected VatRateChange() {}

    /** The current percentage of the rate. */
    VatRateChange(VatRate rate, UUID adminId) {
        vatRateId = rate.id();
        percentage = rate.percentage();
        validFrom = rate.validFrom();
        byAdminId = adminId;
    }
}
