package kontor.order.terms;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A way to pay, with the days it gives. */
@Entity
class PaymentMethod extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String method;
    private int deadlineDays;
    private String meansCode;
    private boolean active;
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected PaymentMethod() {}

    PaymentMethod(Form form, UUID adminId) {
        take(form, adminId);
    }

    /** What makes a payment method. */
    record Form(String method, int deadlineDays, String meansCode, boolean active) {}

    /** Whether it is another than before. */
    boolean edit(Form wanted, UUID adminId) {
        if (wanted.equals(form())) {
            return false;
        }
        take(wanted, adminId);
        return true;
    }

    void delete(UUID adminId) {
        changed(true, adminId);
    }

    private void take(Form form, UUID adminId) {
        method = form.method();
        deadlineDays = form.deadlineDays();
        meansCode = form.meansCode();
        active = form.active();
        changed(false, adminId);
    }

    private void changed(boolean deleted, UUID adminId) {
        long number = ++version;
        announce(() ->
                new PaymentMethodChanged(id(), method, deadlineDays, meansCode, active, deleted, adminId, number));
    }

    Form form() {
        return new Form(method, deadlineDays, meansCode, active);
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved method has an id");
    }

    long version() {
        return version;
    }
}
