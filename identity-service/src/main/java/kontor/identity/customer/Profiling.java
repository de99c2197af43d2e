package kontor.identity.customer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kontor.identity.customer.CustomerViews.CustomerView;
import kontor.identity.member.MemberAnonymised;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opening and editing customer profiles (I-14). */
@Service
class Profiling {

    private final Customers customers;
    private final CustomerOwners owners;
    private final CustomerViews views;
    private final Replies replies;
    private final Clock clock;

    Profiling(Customers customers, CustomerOwners owners, CustomerViews views, Replies replies, Clock clock) {
        this.customers = customers;
        this.owners = owners;
        this.views = views;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    CustomerView open(UUID memberId, CustomerProfile profile, List<Address> sites, Caller caller, RequestKey key) {
        return replies.once(key, CustomerView.class, () -> {
            if (owners.lock(memberId).customerId() != null) {
                throw new Duplicate("A customer profile of this member");
            }
            Customer customer = customers.save(new Customer(memberId, profile, sites));
            customers.saveAndFlush(customer.open(clock.instant()));
            owners.hasProfile(memberId);
            owners.changed("open-customer", customer.id(), caller);
            return views.customer(customer.id());
        });
    }

    @Transactional
    void edit(
            long id,
            Caller caller,
            IfMatch condition,
            UnaryOperator<CustomerProfile> change,
            @Nullable Long wantedMainSite) {
        owners.lockOf(id, caller);
        Customer customer = customers.lock(id).orElseThrow(NotFound::new);
        condition.require(customer.version());
        long mainSite = wantedMainSite == null ? customer.mainSiteId() : wantedMainSite;
        if (customer.edit(change.apply(customer.profile()), mainSite, clock.instant())) {
            customers.saveAndFlush(customer);
            owners.changed("edit-customer", id, caller);
        }
    }

    /** The profile loses with its member whatever tells who he was. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MemberAnonymised event) {
        customers.lockOf(event.memberId()).ifPresent(customer -> {
            customer.anonymise(event.at());
            customers.saveAndFlush(customer);
        });
    }
}
