package kontor.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The payment method of an order, only read here; it is edited elsewhere. */
@Entity
@Immutable
@Table(name = "payment_method")
class PaymentTerms {

    @Id
    private long id;

    private String method;
    private int deadlineDays;
    private String meansCode;

    @Column(name = "active")
    private boolean isActive;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected PaymentTerms() {}

    /** Of no database, for rules that need none. */
    PaymentTerms(long id, String method, int deadlineDays, String meansCode) {
        this.id = id;
        this.method = method;
        this.deadlineDays = deadlineDays;
        this.meansCode = meansCode;
        this.isActive = true;
    }

    long id() {
        return id;
    }

    String method() {
        return method;
    }

    int deadlineDays() {
        return deadlineDays;
    }

    String meansCode() {
        return meansCode;
    }

    boolean isActive() {
        return isActive;
    }
}
