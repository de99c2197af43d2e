package kontor.catalog.category;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A node of the category tree. */
@Entity
class Category extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String name;
    private @Nullable Long parentId;
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Category() {}

    Category(String name, @Nullable Long parentId, UUID adminId, Instant now) {
        this.name = name;
        this.parentId = parentId;
        long number = ++version;
        announce(() -> new CategoryCreated(id(), this.name, this.parentId, adminId, now, number));
    }

    /** Whether it is called otherwise or lies elsewhere now; the tree has agreed to the new place. */
    boolean edit(String newName, @Nullable Long newParentId, UUID adminId, Instant now) {
        if (newName.equals(name) && Objects.equals(newParentId, parentId)) {
            return false;
        }
        name = newName;
        parentId = newParentId;
        long number = ++version;
        announce(() -> new CategoryChanged(id(), name, parentId, adminId, now, number));
        return true;
    }

    void delete(UUID adminId, Instant now) {
        long number = ++version;
        announce(() -> new CategoryDeleted(id(), name, parentId, adminId, now, number));
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved category has an id");
    }

    String name() {
        return name;
    }

    @Nullable
    Long parentId() {
        return parentId;
    }

    long version() {
        return version;
    }
}
