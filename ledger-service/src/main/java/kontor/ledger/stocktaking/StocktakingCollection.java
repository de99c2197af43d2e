package kontor.ledger.stocktaking;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kontor.ledger.community.CommunityFact;
import kontor.platform.AggregateRoot;
import kontor.platform.rejection.AlreadyInState;
import org.jspecify.annotations.Nullable;

/** A count of everything on the shelves; its row is locked while anything of it changes. Nothing is posted for it. */
@Entity
class StocktakingCollection extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Instant at;

    @Column(updatable = false)
    private UUID byAdminId;

    @Column(updatable = false)
    private @Nullable String externalSource;

    @Column(updatable = false)
    private @Nullable String externalId;

    private boolean revoked;

    /** Counts the facts of its stream. */
    private long version = 1;

    @OneToMany(mappedBy = "collection", cascade = CascadeType.PERSIST)
    @OrderBy("productId")
    private List<Stocktaking> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected StocktakingCollection() {}

    StocktakingCollection(MakeStocktaking command) {
        at = command.at();
        byAdminId = command.adminId();
        command.lines().stream()
                .sorted(Comparator.comparingLong(CountView::productId))
                .forEach(line -> lines.add(new Stocktaking(this, line)));
        announceBooked();
    }

    /** As another shop had it: of whatever products (G-40). */
    StocktakingCollection(CommunityFact.Counted fact, String source) {
        at = fact.at();
        byAdminId = fact.byAdminId();
        externalSource = source;
        externalId = fact.externalId();
        fact.lines().stream()
                .sorted(Comparator.comparingLong(CommunityFact.CountedLine::productId))
                .forEach(line -> lines.add(new Stocktaking(this, line, source)));
        announceBooked();
    }

    private void announceBooked() {
        announce(() -> new StocktakingFact.StocktakingBooked(id(), byAdminId, at, revoked, counts(), version));
    }

    /** Never switches products (L-25). */
    void switchTo(boolean toRevoked, UUID adminId, Instant now) {
        if (revoked == toRevoked) {
            throw new AlreadyInState(revoked ? "The stocktaking is revoked" : "The stocktaking is booked");
        }
        revoked = toRevoked;
        changed(adminId, now);
    }

    /** Whether the line says something else now; its product is not switched by it (L-25). */
    boolean correct(Stocktaking line, int count, UUID adminId, Instant now) {
        boolean isCorrected = line.correct(count);
        if (isCorrected) {
            changed(adminId, now);
        }
        return isCorrected;
    }

    Optional<Stocktaking> lineOf(long productId) {
        return lines.stream().filter(line -> line.productId() == productId).findFirst();
    }

    private void changed(UUID adminId, Instant now) {
        long number = ++version;
        announce(() ->
                new StocktakingFact.StocktakingChanged(id(), byAdminId, at, revoked, counts(), adminId, now, number));
    }

    private List<CountView> counts() {
        return lines.stream().map(Stocktaking::view).toList();
    }

    long id() {
        return Objects.requireNonNull(id, "saved stocktakings have an id");
    }

    long version() {
        return version;
    }

    StocktakingView view() {
        return new StocktakingView(id(), at, byAdminId, revoked, externalSource, externalId, version);
    }

    StocktakingWithLines whole() {
        return new StocktakingWithLines(id(), at, byAdminId, revoked, externalSource, externalId, version, counts());
    }
}
