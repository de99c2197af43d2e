package kontor.order.address;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * An address as it was when it was copied.
 *
 * @param country ISO 3166 alpha-2
 */
@Embeddable
public record Address(
        String name,
        String street,
        String zipCode,
        String city,
        String country,
        @Nullable String phone) {}
