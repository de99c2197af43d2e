package kontor.order.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.order.Messages;
import kontor.order.buying.ReservationListener.ListingRefused;
import kontor.order.buying.ReservationListener.ListingReserved;
import kontor.order.purchase.PurchaseFact.Failure;
import kontor.platform.messaging.MalformedRecord;
import org.junit.jupiter.api.Test;

/** What the catalog answers, read from the examples of its contract. */
class ReservationListenerTests {

    @Test
    void readsWhatIsReservedWithTheSender() {
        ListingReserved reserved =
                Messages.example("kontor.catalog.listing-reserved.v1").as(ListingReserved.class);

        assertThat(reserved.purchaseId()).isEqualTo(501);
        assertThat(reserved.shipFrom(801).street()).isEqualTo("Kossuth tér 3");
        assertThat(reserved.shipFrom(801).phone()).isNull();
        assertThatThrownBy(() -> reserved.shipFrom(802)).isInstanceOf(MalformedRecord.class);
    }

    @Test
    void readsWhatIsRefused() {
        ListingRefused refused =
                Messages.example("kontor.catalog.listing-refused.v1").as(ListingRefused.class);
        ListingRefused before = Messages.example("kontor.catalog.listing-refused.v1", "ended-before")
                .as(ListingRefused.class);

        assertThat(refused.lines()).containsExactly(new Failure(801, "listing-short"));
        assertThat(before.lines()).isEmpty();
    }

    @Test
    void takesWhatCannotBeReadForMalformed() {
        assertThatThrownBy(() -> Messages.of("{\"purchaseId\": 1, \"lines\": [{\"listingId\": 2, \"shipFrom\": null}]}")
                        .as(ListingReserved.class))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> Messages.of("{\"purchaseId\": 1}").as(ListingRefused.class))
                .isInstanceOf(MalformedRecord.class);
    }
}
