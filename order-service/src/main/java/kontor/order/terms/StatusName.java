package kontor.order.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kontor.platform.AggregateRoot;

/** What a status is called; its code stays. */
@Entity
@Table(name = "order_status")
class StatusName extends AggregateRoot {

    @Id
    private long id;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private int position;

    private String name;
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected StatusName() {}

    /** Whether it is called otherwise than before. */
    boolean rename(String wanted, UUID adminId) {
        if (wanted.equals(name)) {
            return false;
        }
        name = wanted;
        version++;
        // The first name is part of the shop, so the first event is about the second.
        announce(() -> new OrderStatusNamed(id, code, name, position, adminId, version - 1));
        return true;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }
}
