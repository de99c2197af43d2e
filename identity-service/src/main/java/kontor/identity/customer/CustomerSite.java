package kontor.identity.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One address of a customer. Removed ones stay as rows: orders and invoices hold copies. */
@Entity
@Table(name = "customer_site")
class CustomerSite {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_site_seq")
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it: the owner of the row.
    private @Nullable Customer customer;

    @Column(name = "zip_code")
    private String zipCode = "";

    private String city = "";
    private String street = "";
    private String country = "";
    private @Nullable String tel;
    private @Nullable String fax;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    private long version = 1;

    protected CustomerSite() {}

    CustomerSite(Customer customer, Address address) {
        this.customer = customer;
        apply(address);
    }

    boolean edit(Address wanted) {
        if (wanted.equals(address())) {
            return false;
        }
        apply(wanted);
        version++;
        return true;
    }

    void remove(Instant now) {
        removedAt = now;
        version++;
    }

    private void apply(Address address) {
        zipCode = address.zipCode();
        city = address.city();
        street = address.street();
        country = address.country();
        tel = address.tel();
        fax = address.fax();
    }

    Address address() {
        return new Address(zipCode, city, street, country, tel, fax);
    }

    boolean isLive() {
        return removedAt == null;
    }

    long id() {
        return Objects.requireNonNull(id, "a site has its id once its customer is saved");
    }

    long version() {
        return version;
    }
}
