package kontor.order.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.order.Messages;
import kontor.order.customer.CustomerListener.CustomerState;
import kontor.order.customer.CustomerListener.SiteState;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;

class CustomerListenerTests {

    private static final String TYPE = "kontor.identity.customers-state.v1";

    @Test
    void readsTheExamplesOfTheContract() {
        CustomerState cleo = Messages.example(TYPE).as(CustomerState.class);

        assertThat(cleo.customerId()).isEqualTo(202);
        assertThat(cleo.mainSiteId()).isEqualTo(12);
        assertThat(cleo.sites())
                .first()
                .isEqualTo(new SiteState(11, "Fő utca 12", "1011", "Budapest", "HU", "+36 1 555 0112"));
        assertThat(Messages.example(TYPE, "anonymised").as(CustomerState.class).name())
                .isEqualTo("Former customer");
    }

    @Test
    void takesWhatLacksAFieldForMalformed() {
        assertThatThrownBy(() -> Messages.of("{\"customerId\": 1}").as(CustomerState.class))
                .isInstanceOf(MalformedRecord.class);
    }
}
