package kontor.catalog.tag;

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

/** A label of products; one that is not for sale takes them off sale (C-4). */
@Entity
class Tag extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String name;

    @Column(name = "is_for_sale")
    private boolean forSale;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Tag() {}

    Tag(String name, boolean forSale, UUID adminId, Instant now) {
        this.name = name;
        this.forSale = forSale;
        createdBy = adminId;
        createdAt = now;
        changed(false, adminId, now);
    }

    /** Whether it says something else now. */
    boolean edit(String newName, boolean newForSale, UUID adminId, Instant now) {
        if (newName.equals(name) && newForSale == forSale) {
            return false;
        }
        name = newName;
        forSale = newForSale;
        changed(false, adminId, now);
        return true;
    }

    void delete(UUID adminId, Instant now) {
        changed(true, adminId, now);
    }

    private void changed(boolean deleted, UUID adminId, Instant now) {
        long number = ++version;
        announce(() -> new TagChanged(id(), name, forSale, deleted, adminId, now, number));
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved tag has an id");
    }

    String name() {
        return name;
    }

    boolean isForSale() {
        return forSale;
    }

    long version() {
        return version;
    }
}
