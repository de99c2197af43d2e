package kontor.invoice.issuer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** An issuer takes effect; told again when it is edited or removed before it was ever used. */
public record IssuerAdded(
        long issuerId,
        String name,
        String zipCode,
        String city,
        String street,
        String country,
        String taxIdentifier,
        Instant validFrom,
        boolean removed,
        UUID actorId,
        @JsonIgnore long version) {}
