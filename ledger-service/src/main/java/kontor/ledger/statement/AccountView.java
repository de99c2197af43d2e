package kontor.ledger.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Credit of a member in minor units.
 *
 * @param debtLimitMinor lowest credit a purchase may lead to; null = no limit
 * @param availableMinor what may still be spent; null = no limit
 */
record AccountView(
        UUID memberId,
        String currency,
        long creditMinor,
        @Nullable Long debtLimitMinor,
        @Nullable Long availableMinor,
        @Nullable Long rankId,
        long version) {}
