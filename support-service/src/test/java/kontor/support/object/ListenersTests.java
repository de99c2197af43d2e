package kontor.support.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import kontor.platform.messaging.MalformedRecord;
import kontor.support.Messages;
import kontor.support.object.CategoryListener.Category;
import kontor.support.object.InvoiceListener.Cancelled;
import kontor.support.object.InvoiceListener.Issued;
import kontor.support.object.ListingListener.ListingState;
import kontor.support.object.OrderListener.Order;
import kontor.support.object.ProductListener.ProductState;
import kontor.support.object.PurchaseListener.Purchase;
import kontor.support.object.ShelfPurchaseListener.ShelfPurchase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owners of things tell, read from the examples of their contracts. */
class ListenersTests {

    private static final UUID BUYER = UUID.fromString("0199c0de-0002-7000-8000-0000000000b1");
    private static final UUID SELLER = UUID.fromString("0199c0de-0002-7000-8000-0000000000e1");

    @Test
    void readProducts() {
        String type = "kontor.catalog.products-state.v1";

        assertThat(Messages.example(type).as(ProductState.class)).isEqualTo(new ProductState(1051, false));
        assertThat(Messages.example(type, "withdrawn").as(ProductState.class).withdrawn())
                .isTrue();
    }

    @Test
    void readCategories() {
        assertThat(Messages.example("kontor.catalog.category-created.v1").as(Category.class))
                .isEqualTo(new Category(42));
        assertThat(Messages.example("kontor.catalog.category-deleted.v1").as(Category.class))
                .isEqualTo(new Category(43));
    }

    @Test
    void readListingsOfEveryStatus() {
        ListingState active =
                Messages.example("kontor.catalog.listings-state.v1").as(ListingState.class);
        ListingState draft =
                Messages.example("kontor.catalog.listings-state.v1", "draft").as(ListingState.class);

        assertThat(active).isEqualTo(new ListingState(801, SELLER, ListingState.Status.ACTIVE));
        assertThat(active.audience()).isEqualTo(Audience.EVERYBODY);
        assertThat(draft.audience()).isEqualTo(Audience.of(draft.sellerId()));
        assertThat(new ListingState(801, SELLER, ListingState.Status.CLOSED).audience())
                .isEqualTo(Audience.of(SELLER));
    }

    @Test
    void readOrders() {
        assertThat(Messages.example("kontor.order.order-submitted.v1", "admin").as(Order.class))
                .isEqualTo(new Order(301, 202));
        assertThat(Messages.example("kontor.order.order-placed.v1", "imported").as(Order.class))
                .isEqualTo(new Order(301, 202));
    }

    @Test
    void readPurchases() {
        Purchase purchase = new Purchase(501, BUYER, SELLER);

        assertThat(Messages.example("kontor.order.purchase-submitted.v1").as(Purchase.class))
                .isEqualTo(purchase);
        assertThat(Messages.example("kontor.order.purchase-rejected.v1").as(Purchase.class))
                .isEqualTo(purchase);
    }

    @Test
    void readShelfPurchases() {
        assertThat(Messages.example("kontor.ledger.shelf-purchase-made.v1").as(ShelfPurchase.class))
                .isEqualTo(new ShelfPurchase(4711, UUID.fromString("0199c0de-0001-7000-8000-0000000000be")));
    }

    @Test
    void readInvoicesAndTheDocumentsThatCancelThem() {
        assertThat(Messages.example("kontor.invoice.invoice-issued.v1").as(Issued.class))
                .isEqualTo(new Issued(801, 202));
        assertThat(Messages.example("kontor.invoice.cancelled-invoice-imported.v1")
                        .as(Issued.class))
                .isEqualTo(new Issued(803, 202));
        assertThat(Messages.example("kontor.invoice.invoice-cancelled.v1").as(Cancelled.class))
                .isEqualTo(new Cancelled(202, new Cancelled.Document(802)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"listingId\": 1, \"status\": \"DRAFT\"}",
                "{\"listingId\": 1, \"sellerId\": \"me\", \"status\": \"DRAFT\"}",
                "{\"listingId\": 1, \"sellerId\": \"0199c0de-0002-7000-8000-0000000000e1\", \"status\": \"LOST\"}",
            })
    void takeWhatCannotBeReadForMalformed(String body) {
        assertThatThrownBy(() -> Messages.of(body).as(ListingState.class)).isInstanceOf(MalformedRecord.class);
    }
}
