package kontor.catalog.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Pieces that came or went; only appended to. */
@Entity
@Immutable
class StockMove {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private long productId;

    @Enumerated(EnumType.STRING)
    private MoveKind kind;

    private int delta;
    private Instant at;
    private Instant recordedAt;
    private String businessRef;

    @Column
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected StockMove() {}

    StockMove(Movement movement, Instant now) {
        productId = movement.productId();
        kind = movement.kind();
        delta = movement.delta();
        at = movement.at();
        recordedAt = now;
        businessRef = movement.businessRef();
        reason = movement.reason();
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved move has an id");
    }

    long productId() {
        return productId;
    }

    MoveKind kind() {
        return kind;
    }

    int delta() {
        return delta;
    }

    Instant at() {
        return at;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String businessRef() {
        return businessRef;
    }
}
