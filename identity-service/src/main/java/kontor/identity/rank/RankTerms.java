package kontor.identity.rank;

import org.jspecify.annotations.Nullable;

/**
 * What a rank means for its members.
 *
 * @param debtLimitMinor lowest credit a purchase may lead to, minor units; null = no limit
 */
public record RankTerms(String name, @Nullable Long debtLimitMinor, boolean systemUser, boolean active) {}
