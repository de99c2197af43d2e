package kontor.invoice.issuer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An issuer as callers see it. */
record IssuerView(
        long id,
        long version,
        String name,
        String zipCode,
        String city,
        String street,
        String country,
        String taxIdentifier,
        String bankAccount,
        Instant validFrom,
        @Nullable String externalSource,
        @Nullable String externalId) {}
