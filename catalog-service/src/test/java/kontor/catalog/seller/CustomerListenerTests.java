package kontor.catalog.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.catalog.seller.CustomerListener.CustomerState;
import kontor.catalog.seller.CustomerListener.SiteState;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;

class CustomerListenerTests {

    @Test
    void readsTheExampleOfTheContract() {
        CustomerState read = message(EventSchema.of(Customers.TYPE).example()).as(CustomerState.class);

        assertThat(read.customerId()).isEqualTo(202);
        assertThat(read.memberId()).isEqualTo(UUID.fromString("0199c0de-0002-7000-8000-0000000000c1"));
        assertThat(read.name()).isEqualTo("Cleo Nagy");
        assertThat(read.sites())
                .containsExactly(
                        new SiteState(11, "Fő utca 12", "1011", "Budapest", "HU", "+36 1 555 0112"),
                        new SiteState(12, "Baross Gábor út 3", "9021", "Győr", "HU", null));
    }

    @Test
    void readsWhatIsLeftOfSomebodyWhoLeft() {
        CustomerState read =
                message(EventSchema.of(Customers.TYPE).example("anonymised")).as(CustomerState.class);

        assertThat(read.sites()).extracting(SiteState::street).containsOnly("-");
    }

    @Test
    void takesACustomerThatCannotBeForMalformed() {
        String nameless = EventSchema.of(Customers.TYPE).example().replace("\"name\"", "\"other\"");

        assertThatThrownBy(() -> message(nameless).as(CustomerState.class)).isInstanceOf(MalformedRecord.class);
    }

    private static Message message(String body) {
        return new Message(
                "kontor.identity.customers.v1",
                UUID.randomUUID(),
                Customers.TYPE,
                "202",
                1,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
