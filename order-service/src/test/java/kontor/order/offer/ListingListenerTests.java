package kontor.order.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import kontor.order.Messages;
import kontor.order.offer.ListingListener.ListingState;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingListenerTests {

    private static final String TYPE = "kontor.catalog.listings-state.v1";
    private static final UUID SELLER = UUID.fromString("0199c0de-0002-7000-8000-0000000000e1");

    @Test
    void readsTheExamplesOfTheContract() {
        assertThat(Messages.example(TYPE).as(ListingState.class))
                .isEqualTo(new ListingState(
                        801, SELLER, "Espresso cup, blue", 1845L, 3, 320, "HU", Offer.Status.ACTIVE, 4));
        assertThat(Messages.example(TYPE, "draft").as(ListingState.class))
                .isEqualTo(new ListingState(802, SELLER, null, null, 0, null, null, Offer.Status.DRAFT, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"listingId\": 1, \"available\": 1, \"status\": \"DRAFT\", \"version\": 1}",
                "{\"listingId\": 1, \"sellerId\": \"0199c0de-0002-7000-8000-0000000000e1\", \"available\": 1,"
                        + " \"status\": \"LOST\", \"version\": 1}",
                "{\"listingId\": 1, \"sellerId\": \"0199c0de-0002-7000-8000-0000000000e1\", \"available\": 1,"
                        + " \"status\": \"ACTIVE\", \"version\": 1}",
                "{\"listingId\": 1, \"sellerId\": \"0199c0de-0002-7000-8000-0000000000e1\", \"available\": 1,"
                        + " \"status\": \"ACTIVE\", \"version\": 1, \"title\": \"x\", \"unitPriceMinor\": 1,"
                        + " \"weightG\": 1}",
            })
    void takesWhatCannotBeReadForMalformed(String body) {
        assertThatThrownBy(() -> Messages.of(body).as(ListingState.class)).isInstanceOf(MalformedRecord.class);
    }
}
