package kontor.identity.rank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rank exists. */
public record RankCreated(
        long rankId, String name, @Nullable Long debtLimitMinor, boolean systemUser, boolean active, Instant at) {

    static RankCreated of(long rankId, RankTerms terms, Instant at) {
        return new RankCreated(rankId, terms.name(), terms.debtLimitMinor(), terms.systemUser(), terms.active(), at);
    }
}
