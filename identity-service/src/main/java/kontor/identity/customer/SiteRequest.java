package kontor.identity.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/** A site as it is sent. */
public record SiteRequest(
        @NotNull @Text(max = 10) String zipCode,
        @NotNull @Text(max = 50) String city,
        @NotNull @Text(max = 50) String street,
        @CountryCode @Nullable String country,

        @Text(max = 20) @Pattern(regexp = PHONE, message = PHONE_MESSAGE) @Nullable
        String tel,

        @Text(max = 20) @Pattern(regexp = PHONE, message = PHONE_MESSAGE) @Nullable
        String fax) {

    public static final String PHONE = "[0-9 +\\-/()]*";
    public static final String PHONE_MESSAGE = "must hold only digits, blanks and + - / ( )";

    Address toAddress(String defaultCountry) {
        return new Address(zipCode, city, street, country == null ? defaultCountry : country, tel, fax);
    }

    /** A merge patch of a site. */
    record Edit(
            @Required Sent<@Text(max = 10) String> zipCode,
            @Required Sent<@Text(max = 50) String> city,
            @Required Sent<@Text(max = 50) String> street,
            @Required Sent<@CountryCode String> country,
            Sent<@Text(max = 20) @Pattern(regexp = PHONE, message = PHONE_MESSAGE) String> tel,
            Sent<@Text(max = 20) @Pattern(regexp = PHONE, message = PHONE_MESSAGE) String> fax) {

        Address applyTo(Address address) {
            return new Address(
                    Objects.requireNonNull(zipCode.or(address.zipCode())),
                    Objects.requireNonNull(city.or(address.city())),
                    Objects.requireNonNull(street.or(address.street())),
                    Objects.requireNonNull(country.or(address.country())),
                    tel.or(address.tel()),
                    fax.or(address.fax()));
        }
    }
}
