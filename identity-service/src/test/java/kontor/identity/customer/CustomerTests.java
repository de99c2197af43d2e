package kontor.identity.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.UnknownReference;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class CustomerTests {

    private static final Instant NOW = Instant.parse("2026-05-03T09:00:00Z");
    private static final UUID CLEO = UUID.fromString("0199c0de-0002-7000-8000-0000000000c1");
    private static final CustomerProfile PROFILE = new CustomerProfile("Cleo", "HU42", "T1");
    private static final Address GYOR = new Address("9021", "Győr", "Fő utca 1", "HU", "+36 1", null);
    private static final Address PECS = new Address("7621", "Pécs", "Király utca 2", "HU", null, "+36 2");

    private final AtomicLong ids = new AtomicLong(10);

    /** Example 4 of the domain page. */
    @Test
    void keepsAMainSiteThroughoutItsMoves() {
        Customer cleo = withTwoSites();

        assertThat(cleo.mainSiteId()).isEqualTo(11);
        assertThatThrownBy(() -> cleo.removeSite(11, NOW)).isInstanceOf(Customer.MainSite.class);
        assertThat(cleo.edit(PROFILE, 12, NOW)).isTrue();
        cleo.removeSite(11, NOW);

        assertThat(cleo.mainSiteId()).isEqualTo(12);
        assertThatThrownBy(() -> cleo.site(11)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cleo.edit(PROFILE, 11, NOW)).isInstanceOf(UnknownReference.class);
    }

    @Test
    void changesNothingWhenTheMainSiteIsForeign() {
        Customer cleo = withTwoSites();

        assertThatThrownBy(() -> cleo.edit(new CustomerProfile("Other", null, null), 99, NOW))
                .isInstanceOf(UnknownReference.class);

        assertThat(cleo.profile()).isEqualTo(PROFILE);
        assertThat(cleo.mainSiteId()).isEqualTo(11);
        assertThat(cleo.version()).isEqualTo(1);
    }

    @Test
    void risesByAVersionPerEditThatChangesSomething() {
        Customer cleo = withTwoSites();

        assertThat(cleo.edit(PROFILE, 11, NOW)).isFalse();
        assertThat(cleo.edit(PROFILE, 12, NOW)).isTrue();

        assertThat(cleo.version()).isEqualTo(2);
        assertThat(cleo.editSite(cleo.site(11), GYOR, NOW)).isFalse();
        assertThat(cleo.editSite(cleo.site(11), PECS, NOW)).isTrue();
        assertThat(cleo.site(11).version()).isEqualTo(2);
        assertThat(cleo.version()).isEqualTo(2);
    }

    @Test
    void keepsOnlyCountriesWhenItsMemberIsAnonymised() {
        Customer cleo = withTwoSites();

        cleo.anonymise(NOW);

        assertThat(cleo.profile()).isEqualTo(new CustomerProfile("Former customer", null, null));
        assertThat(cleo.site(11).address()).isEqualTo(new Address("-", "-", "-", "HU", null, null));
        assertThat(cleo.site(12).address()).isEqualTo(cleo.site(11).address());
        assertThat(cleo.mainSiteId()).isEqualTo(11);
    }

    private Customer withTwoSites() {
        Customer customer = new Customer(CLEO, PROFILE, List.of(GYOR, PECS));
        // What a save does.
        ReflectionTestUtils.setField(customer, "id", ids.getAndIncrement());
        for (Object site :
                (List<?>) java.util.Objects.requireNonNull(ReflectionTestUtils.getField(customer, "sites"))) {
            ReflectionTestUtils.setField(site, "id", ids.getAndIncrement());
        }
        return customer.open(NOW);
    }
}
