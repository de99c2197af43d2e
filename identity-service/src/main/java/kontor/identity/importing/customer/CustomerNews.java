package kontor.identity.importing.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kontor.identity.customer.CustomerFact;
import kontor.identity.customer.CustomerState;
import kontor.identity.importing.customer.CustomerRow.SiteRow;
import kontor.identity.importing.customer.ImportedCustomers.Created;
import kontor.platform.messaging.Origin;
import kontor.platform.store.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The first fact and the state of each customer that was taken over, and its audit row (G-44, G-45). */
@Component
class CustomerNews {

    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    CustomerNews(ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    void customers(List<Created> created) {
        Instant now = clock.instant();
        Origin.imported(now);
        for (Created one : created) {
            CustomerRow row = one.row();
            List<CustomerState.Site> sites =
                    row.sites().stream().map(site -> site(one, site)).toList();
            events.publishEvent(new CustomerFact.Numbered(
                    1,
                    new CustomerFact.CustomerCreated(
                            one.id(), one.memberId(), row.name(), row.taxIdentifier(), one.mainSiteId(), sites, now)));
            events.publishEvent(new CustomerState(
                    one.id(), one.memberId(), row.name(), row.taxIdentifier(), one.mainSiteId(), sites, 1));
        }
        audit.recordAll(
                "import-customer", "customer", created.stream().map(Created::id).toList());
    }

    private static CustomerState.Site site(Created one, SiteRow site) {
        return new CustomerState.Site(
                one.siteId(site.externalId()),
                site.zipCode(),
                site.city(),
                site.street(),
                one.countryOf(site),
                site.tel(),
                site.fax());
    }
}
