package kontor.identity.rank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A named level of members (I-10). Never deleted; each version is one fact. */
@Entity
class Rank extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String name = "";

    @Column(name = "debt_limit_minor")
    private @Nullable Long debtLimitMinor;

    @Column(name = "is_system_user")
    private boolean systemUser;

    private boolean active;
    private long version;

    protected Rank() {}

    Rank(RankTerms terms, Instant now) {
        apply(terms);
        version = 1;
        announce(() -> RankCreated.of(id(), terms(), now));
    }

    /** Takes over what differs; false if nothing does. */
    boolean edit(RankTerms wanted, Instant now) {
        if (wanted.equals(terms())) {
            return false;
        }
        apply(wanted);
        version++;
        announce(() -> RankChanged.of(id(), version, terms(), now));
        return true;
    }

    private void apply(RankTerms terms) {
        name = terms.name();
        debtLimitMinor = terms.debtLimitMinor();
        systemUser = terms.systemUser();
        active = terms.active();
    }

    long id() {
        return Objects.requireNonNull(id, "a rank has its id once it is saved");
    }

    long version() {
        return version;
    }

    RankTerms terms() {
        return new RankTerms(name, debtLimitMinor, systemUser, active);
    }
}
