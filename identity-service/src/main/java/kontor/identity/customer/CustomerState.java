package kontor.identity.customer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest public state of a customer, for the state topic. */
public record CustomerState(
        long customerId,
        UUID memberId,
        String name,
        @Nullable String taxIdentifier,
        long mainSiteId,
        List<Site> sites,
        long version) {

    /** A live site. */
    public record Site(
            long siteId,
            String zipCode,
            String city,
            String street,
            String country,
            @Nullable String tel,
            @Nullable String fax) {

        static Site of(CustomerSite site) {
            Address address = site.address();
            return new Site(
                    site.id(),
                    address.zipCode(),
                    address.city(),
                    address.street(),
                    address.country(),
                    address.tel(),
                    address.fax());
        }
    }
}
