package kontor.invoice.issuer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A company named as seller from a moment on; changed and removed only while no document names it (V-1). */
@Entity
class Issuer extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String name;
    private String zipCode;
    private String city;
    private String street;
    private String country;
    private String taxIdentifier;
    private String bankAccount;
    private Instant validFrom;
    private long version;

    @Column(updatable = false)
    private @Nullable String externalSource;

    @Column(updatable = false)
    private @Nullable String externalId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Issuer() {}

    @SuppressWarnings("NullAway.Init") // The company fills the fields.
    Issuer(Company company, Instant validFrom, UUID adminId) {
        take(company);
        this.validFrom = validFrom;
        changed(false, adminId);
    }

    void edit(Company company, Instant newValidFrom, UUID adminId) {
        take(company);
        validFrom = newValidFrom;
        changed(false, adminId);
    }

    void remove(UUID adminId) {
        changed(true, adminId);
    }

    private void take(Company company) {
        name = company.name();
        zipCode = company.zipCode();
        city = company.city();
        street = company.street();
        country = company.country();
        taxIdentifier = company.taxIdentifier();
        bankAccount = company.bankAccount();
    }

    private void changed(boolean removed, UUID adminId) {
        long number = ++version;
        announce(() -> new IssuerAdded(
                id(), name, zipCode, city, street, country, taxIdentifier, validFrom, removed, adminId, number));
    }

    Company company() {
        return new Company(name, zipCode, city, street, country, taxIdentifier, bankAccount);
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved issuer has an id");
    }

    Instant validFrom() {
        return validFrom;
    }

    long version() {
        return version;
    }
}
