package kontor.invoice.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.invoice.customer.CustomerListener.CustomerState;
import kontor.invoice.customer.CustomerListener.Site;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerListenerTests {

    private static final EventSchema SCHEMA = EventSchema.of("kontor.identity.customers-state.v1");

    @Test
    void readsTheExampleOfTheContract() {
        CustomerState state = message(SCHEMA.example()).as(CustomerState.class);

        assertThat(state.customerId()).isEqualTo(202);
        assertThat(state.name()).isEqualTo("Cleo Nagy");
        assertThat(state.taxIdentifier()).isEqualTo("12345678-2-41");
        assertThat(state.mainSiteId()).isEqualTo(12);
        assertThat(state.sites())
                .contains(new Site(11, "1011", "Budapest", "Fő utca 12", "HU"))
                .hasSize(2);
        assertThat(state.version()).isEqualTo(3);
    }

    @Test
    void readsAFormerCustomer() {
        CustomerState former = message(SCHEMA.example("anonymised")).as(CustomerState.class);

        assertThat(former.taxIdentifier()).isNull();
        assertThat(former.sites()).containsExactly(new Site(12, "-", "-", "-", "HU"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"customerId\": 1, \"name\": \"x\", \"mainSiteId\": 1, \"sites\": [], \"version\": 1}",
                "{\"customerId\": 1, \"memberId\": \"0199c0de-0002-7000-8000-0000000000c1\", \"name\": \"x\","
                        + " \"mainSiteId\": 1, \"sites\": [{\"siteId\": 1}], \"version\": 1}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        assertThatThrownBy(() -> message(body).as(CustomerState.class)).isInstanceOf(MalformedRecord.class);
    }

    private static Message message(String body) {
        return new Message(
                "kontor.identity.customers.v1",
                UUID.randomUUID(),
                "kontor.identity.customers-state.v1",
                "202",
                3,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
