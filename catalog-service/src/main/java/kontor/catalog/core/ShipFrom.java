package kontor.catalog.core;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Address that a seller sends from.
 *
 * @param country ISO 3166 alpha-2
 */
@Embeddable
public record ShipFrom(
        @Column(name = "ship_from_name") String name,
        @Column(name = "ship_from_street") String street,
        @Column(name = "ship_from_zip_code") String zipCode,
        @Column(name = "ship_from_city") String city,
        @Column(name = "ship_from_country") String country,
        @Column(name = "ship_from_phone") @Nullable String phone) {

    private static final String GONE = "-";

    /** What is left of it once its member is anonymised. */
    public ShipFrom anonymised() {
        return new ShipFrom(GONE, GONE, GONE, GONE, country, null);
    }
}
