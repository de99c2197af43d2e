package kontor.catalog.listing;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import kontor.catalog.core.CountryCode;
import kontor.catalog.core.ShipFrom;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/** The address of a sender as it is sent. */
record SenderAddress(
        @NotNull @Text String name,
        @NotNull @Text String street,
        @NotNull @Text String zipCode,
        @NotNull @Text String city,
        @NotNull @CountryCode String country,
        @Nullable @Text String phone) {

    ShipFrom address() {
        return new ShipFrom(name, street, zipCode, city, country, phone);
    }

    /** A merge patch of it (G-27). */
    record Patch(
            @Required Sent<@Text String> name,
            @Required Sent<@Text String> street,
            @Required Sent<@Text String> zipCode,
            @Required Sent<@Text String> city,
            @Required Sent<@CountryCode String> country,
            Sent<@Text String> phone) {

        /** Where there was no address yet, all of it has to be sent; {@code listing-incomplete} names what is not. */
        ShipFrom applyTo(@Nullable ShipFrom is) {
            List<String> missing = new ArrayList<>();
            ShipFrom address = new ShipFrom(
                    part("name", name, is == null ? null : is.name(), missing),
                    part("street", street, is == null ? null : is.street(), missing),
                    part("zipCode", zipCode, is == null ? null : is.zipCode(), missing),
                    part("city", city, is == null ? null : is.city(), missing),
                    part("country", country, is == null ? null : is.country(), missing),
                    phone.or(is == null ? null : is.phone()));
            if (!missing.isEmpty()) {
                throw new ListingIncomplete(missing);
            }
            return address;
        }

        private static String part(String name, Sent<String> sent, @Nullable String is, List<String> missing) {
            @Nullable String value = sent.or(is);
            if (value == null) {
                missing.add("shipFrom/" + name);
                return "";
            }
            return value;
        }
    }
}
