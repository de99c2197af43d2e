package kontor.identity.customer;

import java.time.Clock;
import java.util.function.UnaryOperator;
import kontor.identity.customer.CustomerViews.SiteView;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adding, editing and removing the sites of a customer (I-15). */
@Service
class SiteKeeping {

    private final Customers customers;
    private final CustomerOwners owners;
    private final CustomerViews views;
    private final Replies replies;
    private final Clock clock;

    SiteKeeping(Customers customers, CustomerOwners owners, CustomerViews views, Replies replies, Clock clock) {
        this.customers = customers;
        this.owners = owners;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    SiteView add(long customerId, Address address, Caller caller, RequestKey key) {
        owners.lockOf(customerId, caller);
        return replies.once(key, SiteView.class, () -> {
            Customer customer = customers.lock(customerId).orElseThrow(NotFound::new);
            CustomerSite site = customer.newSite(address);
            // Saving would merge, and merging copies a new site before it has its values.
            customers.flush();
            customers.saveAndFlush(customer.added(site, clock.instant()));
            owners.changed("add-site", customerId, caller);
            return views.site(customerId, site.id());
        });
    }

    @Transactional
    void edit(long customerId, long siteId, Caller caller, IfMatch condition, UnaryOperator<Address> change) {
        owners.lockOf(customerId, caller);
        Customer customer = customers.lock(customerId).orElseThrow(NotFound::new);
        CustomerSite site = customer.site(siteId);
        condition.require(site.version());
        if (customer.editSite(site, change.apply(site.address()), clock.instant())) {
            customers.saveAndFlush(customer);
            owners.changed("edit-site", customerId, caller);
        }
    }

    @Transactional
    void remove(long customerId, long siteId, Caller caller) {
        owners.lockOf(customerId, caller);
        Customer customer = customers.lock(customerId).orElseThrow(NotFound::new);
        customer.removeSite(siteId, clock.instant());
        customers.saveAndFlush(customer);
        owners.changed("remove-site", customerId, caller);
    }
}
