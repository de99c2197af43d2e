package kontor.identity.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.identity.customer.CustomerState.Site;
import org.jspecify.annotations.Nullable;

/** What can happen to a customer, as told on his fact topic: never with the bank account (G-36). */
public sealed interface CustomerFact {

    long customerId();

    /** A profile exists, with its first sites (I-14). */
    record CustomerCreated(
            long customerId,
            UUID memberId,
            String name,
            @Nullable String taxIdentifier,
            long mainSiteId,
            List<Site> sites,
            Instant at)
            implements CustomerFact {}

    /** The profile was edited. */
    record CustomerChanged(
            long customerId,
            UUID memberId,
            String name,
            @Nullable String taxIdentifier,
            long mainSiteId,
            Instant at) implements CustomerFact {}

    /** Another live site is the main one (I-15). */
    record MainSiteChanged(long customerId, long mainSiteId, Instant at) implements CustomerFact {}

    /** There is one more site. */
    record SiteAdded(
            long customerId,
            long siteId,
            String zipCode,
            String city,
            String street,
            String country,
            @Nullable String tel,
            @Nullable String fax,
            Instant at)
            implements CustomerFact {}

    /** A site was edited. */
    record SiteChanged(
            long customerId,
            long siteId,
            String zipCode,
            String city,
            String street,
            String country,
            @Nullable String tel,
            @Nullable String fax,
            Instant at)
            implements CustomerFact {}

    /** A site that is not the main one was removed. */
    record SiteRemoved(long customerId, long siteId, Instant at) implements CustomerFact {}

    /** A fact with its number, which is counted while the customer is locked. */
    record Numbered(long number, CustomerFact fact) {}
}
