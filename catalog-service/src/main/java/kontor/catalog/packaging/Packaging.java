package kontor.catalog.packaging;

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

/** A carton or envelope with its outer sizes and own weight. */
@Entity
class Packaging extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String name;
    private int lengthMm;
    private int widthMm;
    private int heightMm;

    @Column(name = "weight_g")
    private int weightG;

    private boolean active;
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Packaging() {}

    Packaging(Form form, UUID adminId, Instant now) {
        take(form, adminId, now);
    }

    /** What makes a packaging. */
    record Form(String name, int lengthMm, int widthMm, int heightMm, int weightG, boolean active) {}

    /** Whether it is another than before. */
    boolean edit(Form wanted, UUID adminId, Instant now) {
        if (wanted.equals(form())) {
            return false;
        }
        take(wanted, adminId, now);
        return true;
    }

    private void take(Form form, UUID adminId, Instant now) {
        name = form.name();
        lengthMm = form.lengthMm();
        widthMm = form.widthMm();
        heightMm = form.heightMm();
        weightG = form.weightG();
        active = form.active();
        long number = ++version;
        announce(() ->
                new PackagingChanged(id(), name, lengthMm, widthMm, heightMm, weightG, active, adminId, now, number));
    }

    Form form() {
        return new Form(name, lengthMm, widthMm, heightMm, weightG, active);
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved packaging has an id");
    }

    long version() {
        return version;
    }
}
