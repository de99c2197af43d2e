package kontor.identity.customer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import kontor.identity.customer.CustomerFact.CustomerChanged;
import kontor.identity.customer.CustomerFact.CustomerCreated;
import kontor.identity.customer.CustomerFact.MainSiteChanged;
import kontor.identity.customer.CustomerFact.Numbered;
import kontor.identity.customer.CustomerFact.SiteAdded;
import kontor.identity.customer.CustomerFact.SiteChanged;
import kontor.identity.customer.CustomerFact.SiteRemoved;
import kontor.platform.AggregateRoot;
import kontor.platform.Rejection;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;

/** A member's face towards invoices, with his sites, of which exactly one is the main one (I-14, I-15). */
@Entity
class Customer extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(name = "member_id", updatable = false)
    private UUID memberId = new UUID(0, 0);

    private String name = "";

    @Column(name = "bank_account")
    private @Nullable String bankAccount;

    @Column(name = "tax_identifier")
    private @Nullable String taxIdentifier;

    /** Unknown until the first site has its id; the reference is judged at commit. */
    @Column(name = "main_site_id")
    private long mainSiteId;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<CustomerSite> sites = new ArrayList<>();

    private long version = 1;

    @Column(name = "fact_version")
    private long factVersion;

    @Column(name = "state_version")
    private long stateVersion;

    protected Customer() {}

    Customer(UUID memberId, CustomerProfile profile, List<Address> addresses) {
        this.memberId = memberId;
        apply(profile);
        addresses.forEach(address -> sites.add(new CustomerSite(this, address)));
    }

    /** Now that all ids are known: the first site is the main one. */
    Customer open(Instant now) {
        mainSiteId = sites.getFirst().id();
        tell(() -> new CustomerCreated(id(), memberId, name, taxIdentifier, mainSiteId, liveSites(), now));
        tellState();
        return this;
    }

    /** False if nothing differs. A foreign or removed main site is {@code unknown-reference}. */
    boolean edit(CustomerProfile wanted, long wantedMainSite, Instant now) {
        boolean otherMainSite = wantedMainSite != mainSiteId;
        if (otherMainSite && find(wantedMainSite) == null) {
            throw new UnknownReference("/mainSiteId");
        }
        boolean otherProfile = !wanted.equals(profile());
        if (!otherProfile && !otherMainSite) {
            return false;
        }
        apply(wanted);
        mainSiteId = wantedMainSite;
        version++;
        if (otherProfile) {
            tell(() -> new CustomerChanged(id(), memberId, name, taxIdentifier, mainSiteId, now));
        }
        if (otherMainSite) {
            tell(() -> new MainSiteChanged(id(), mainSiteId, now));
        }
        tellState();
        return true;
    }

    /** One more; it is told of by {@link #added} once it has its id. */
    CustomerSite newSite(Address address) {
        CustomerSite site = new CustomerSite(this, address);
        sites.add(site);
        return site;
    }

    Customer added(CustomerSite site, Instant now) {
        tell(() -> added(CustomerState.Site.of(site), now));
        tellState();
        return this;
    }

    boolean editSite(CustomerSite site, Address wanted, Instant now) {
        if (!site.edit(wanted)) {
            return false;
        }
        tell(() -> changed(CustomerState.Site.of(site), now));
        tellState();
        return true;
    }

    void removeSite(long siteId, Instant now) {
        CustomerSite site = site(siteId);
        if (siteId == mainSiteId) {
            throw new MainSite();
        }
        site.remove(now);
        tell(() -> new SiteRemoved(id(), siteId, now));
        tellState();
    }

    /** Documents keep their printed copies (I-13). Removed sites are forgotten as well, without being told of. */
    void anonymise(Instant now) {
        apply(CustomerProfile.FORMER);
        version++;
        tell(() -> new CustomerChanged(id(), memberId, name, taxIdentifier, mainSiteId, now));
        for (CustomerSite site : sites) {
            if (site.edit(site.address().former()) && site.isLive()) {
                tell(() -> changed(CustomerState.Site.of(site), now));
            }
        }
        tellState();
    }

    CustomerSite site(long siteId) {
        @Nullable CustomerSite site = find(siteId);
        if (site == null) {
            throw new NotFound();
        }
        return site;
    }

    private @Nullable CustomerSite find(long siteId) {
        return sites.stream()
                .filter(site -> site.id() == siteId && site.isLive())
                .findFirst()
                .orElse(null);
    }

    private void tell(Supplier<CustomerFact> fact) {
        long number = ++factVersion;
        announce(() -> new Numbered(number, fact.get()));
    }

    private void tellState() {
        long number = ++stateVersion;
        announce(() -> new CustomerState(id(), memberId, name, taxIdentifier, mainSiteId, liveSites(), number));
    }

    private SiteAdded added(CustomerState.Site s, Instant at) {
        return new SiteAdded(id(), s.siteId(), s.zipCode(), s.city(), s.street(), s.country(), s.tel(), s.fax(), at);
    }

    private SiteChanged changed(CustomerState.Site s, Instant at) {
        return new SiteChanged(id(), s.siteId(), s.zipCode(), s.city(), s.street(), s.country(), s.tel(), s.fax(), at);
    }

    private List<CustomerState.Site> liveSites() {
        return sites.stream()
                .filter(CustomerSite::isLive)
                .map(CustomerState.Site::of)
                .toList();
    }

    private void apply(CustomerProfile profile) {
        name = profile.name();
        bankAccount = profile.bankAccount();
        taxIdentifier = profile.taxIdentifier();
    }

    CustomerProfile profile() {
        return new CustomerProfile(name, bankAccount, taxIdentifier);
    }

    long mainSiteId() {
        return mainSiteId;
    }

    long id() {
        return Objects.requireNonNull(id, "a customer has his id once he is saved");
    }

    long version() {
        return version;
    }

    /** A customer always has a main site. */
    static final class MainSite extends Rejection {

        MainSite() {
            super(Kind.CONFLICT, "main-site", "This is the main site; make another one the main site first.");
        }
    }
}
