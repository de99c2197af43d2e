package kontor.identity.importing.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kontor.identity.customer.CountryCode;
import kontor.identity.customer.SiteRequest;
import kontor.identity.member.Profile;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A customer of another shop, who becomes a member here under the same external id.
 *
 * @param login a name to log in by, once he has a log-in
 * @param name as it is printed on invoices
 * @param mainSiteExternalId one of his sites
 */
record CustomerRow(
        @NotNull @Text(max = 40) String externalId,
        @Text(max = 32) @Nullable String firstName,
        @NotNull @Text(max = 32) String lastName,

        @Text(max = Profile.LOGIN_MAX) @Pattern(regexp = Profile.LOGIN, message = Profile.LOGIN_MESSAGE) @Nullable
        String login,

        @Text(max = 254) @Email(regexp = Profile.EMAIL, message = Profile.EMAIL_MESSAGE) @Nullable
        String email,

        @NotNull @Text(max = 50) String name,
        @Text(max = 50) @Nullable String bankAccount,
        @Text(max = 20) @Nullable String taxIdentifier,
        @NotNull @Text(max = 40) String mainSiteExternalId,
        @NotNull @Size(min = 1, max = SITES_MOST) List<@NotNull @Valid SiteRow> sites) {

    private static final int SITES_MOST = 50;

    /** A site of his. */
    record SiteRow(
            @NotNull @Text(max = 40) String externalId,
            @NotNull @Text(max = 10) String zipCode,
            @NotNull @Text(max = 50) String city,
            @NotNull @Text(max = 50) String street,
            @CountryCode @Nullable String country,

            @Text(max = 20) @Pattern(regexp = SiteRequest.PHONE, message = SiteRequest.PHONE_MESSAGE) @Nullable
            String tel,

            @Text(max = 20) @Pattern(regexp = SiteRequest.PHONE, message = SiteRequest.PHONE_MESSAGE) @Nullable
            String fax) {}
}
