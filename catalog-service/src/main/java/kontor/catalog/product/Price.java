package kontor.catalog.product;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One row of a product's price history, which is only appended to (C-2). */
@Entity
@Immutable
@Table(name = "product_price")
class Price extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private long productId;
    private long amountMinor;
    private Instant validFrom;
    private UUID byAdminId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Price() {}

    /** The current price of the product. */
    Price(Product product, @Nullable Long oldMinor, UUID adminId) {
        productId = product.id();
        amountMinor = product.priceMinor();
        validFrom = product.priceValidFrom();
        byAdminId = adminId;
        long fact = product.nextFact();
        announce(() -> new PriceChanged(productId, id(), oldMinor, amountMinor, validFrom, byAdminId, fact));
    }

    long id() {
        return Objects.requireNonNull(id, "only a saved price has an id");
    }
}
