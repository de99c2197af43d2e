package kontor.identity.rank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rank was edited; it holds at once for all its members (I-10). */
public record RankChanged(
        long rankId,
        @JsonIgnore long version,
        String name,
        @Nullable Long debtLimitMinor,
        boolean systemUser,
        boolean active,
        Instant at) {

    static RankChanged of(long rankId, long version, RankTerms terms, Instant at) {
        return new RankChanged(
                rankId, version, terms.name(), terms.debtLimitMinor(), terms.systemUser(), terms.active(), at);
    }
}
