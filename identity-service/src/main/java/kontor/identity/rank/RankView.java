package kontor.identity.rank;

import org.jspecify.annotations.Nullable;

/** A rank as it is read. */
record RankView(
        long id,
        String name,
        @Nullable Long debtLimitMinor,
        boolean systemUser,
        boolean active,
        @Nullable String externalSource,
        @Nullable String externalId,
        long version) {

    static RankView of(Rank rank) {
        RankTerms terms = rank.terms();
        return new RankView(
                rank.id(),
                terms.name(),
                terms.debtLimitMinor(),
                terms.systemUser(),
                terms.active(),
                null,
                null,
                rank.version());
    }
}
