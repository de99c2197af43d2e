package kontor.chat.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kontor.chat.Messages;
import org.junit.jupiter.api.Test;

/** What catalog and order tell, read from the examples of their contracts. */
class ListenerTests {

    private static final UUID SELLER = UUID.fromString("0199c0de-0002-7000-8000-0000000000e1");

    @Test
    void readsTheStateOfAListing() {
        assertThat(Messages.example("kontor.catalog.listings-state.v1").as(ListingListener.ListingState.class))
                .isEqualTo(new ListingListener.ListingState(801, SELLER, "Espresso cup, blue", "ACTIVE", 4));
    }

    @Test
    void readsADraftWithoutTitle() {
        ListingListener.ListingState draft = Messages.of("""
                        {"listingId": 1, "sellerId": "%s", "title": null, "status": "DRAFT", "version": 1}
                        """.formatted(SELLER)).as(ListingListener.ListingState.class);

        assertThat(draft.title()).isNull();
    }

    @Test
    void readsThePartiesOfAPurchase() {
        assertThat(Messages.example("kontor.order.purchase-opened.v1").as(PurchaseListener.Opened.class))
                .isEqualTo(new PurchaseListener.Opened(
                        501, UUID.fromString("0199c0de-0002-7000-8000-0000000000b1"), SELLER));
    }
}
