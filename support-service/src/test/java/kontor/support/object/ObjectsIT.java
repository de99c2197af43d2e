package kontor.support.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kontor.support.Answer;
import kontor.support.Desk;
import kontor.support.Owners;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whose things are visible to whom (S-2), as their owners tell. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class ObjectsIT {

    private static final String PRODUCTS = "kontor.catalog.products.v1";
    private static final String PRODUCT = "kontor.catalog.products-state.v1";
    private static final String LISTINGS = "kontor.catalog.listings.v1";
    private static final String LISTING = "kontor.catalog.listings-state.v1";
    private static final String CATEGORIES = "kontor.catalog.category.v1";
    private static final String ORDERS = "kontor.order.retail-order.v1";
    private static final String PURCHASES = "kontor.order.market-purchase.v1";
    private static final String SHELF_PURCHASES = "kontor.ledger.shelf-purchase.v1";
    private static final String INVOICES = "kontor.invoice.invoice.v1";

    private final Objects objects;
    private final Members members;
    private final Owners owners;
    private final Desk desk;
    private final TestDatabase database;
    private final long id = Owners.nextId();
    private final UUID party = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    ObjectsIT(Objects objects, Members members, RestTestClient http, TestDatabase database, TopicWriter topics) {
        this.objects = objects;
        this.members = members;
        this.database = database;
        owners = new Owners(database, topics);
        desk = new Desk(http, database);
    }

    private boolean sees(UUID member, TargetType type, long targetId) {
        return objects.isVisible(new TargetRef(type, Long.toString(targetId)), member);
    }

    @Test
    void showsProductsToEverybodyUntilTheyAreWithdrawn() {
        owners.tell(PRODUCTS, PRODUCT, id, Map.of("productId", id));
        assertThat(sees(other, TargetType.PRODUCT, id)).isTrue();

        owners.tell(PRODUCTS, PRODUCT, id, Map.of("productId", id, "withdrawn", true));
        assertThat(sees(other, TargetType.PRODUCT, id)).isFalse();
    }

    @Test
    void forgetsWhatIsGone() {
        owners.tell(PRODUCTS, PRODUCT, id, Map.of("productId", id));
        owners.tell(LISTINGS, LISTING, id, Map.of("listingId", id, "sellerId", party));

        owners.forget(PRODUCTS, PRODUCT, id);
        owners.forget(LISTINGS, LISTING, id);

        assertThat(owners.isIndexed(TargetType.PRODUCT, id)).isFalse();
        assertThat(owners.isIndexed(TargetType.LISTING, id)).isFalse();
    }

    @Test
    void showsCategoriesToEverybodyUntilTheyAreDeleted() {
        Map<String, Long> category = Map.of("categoryId", id);
        owners.tell(CATEGORIES, "kontor.catalog.category-created.v1", id, category);
        owners.tell(CATEGORIES, "kontor.catalog.category-changed.v1", id, category);
        assertThat(sees(other, TargetType.CATEGORY, id)).isTrue();

        owners.tell(CATEGORIES, "kontor.catalog.category-deleted.v1", id, category);
        assertThat(sees(other, TargetType.CATEGORY, id)).isFalse();
    }

    @Test
    void showsListingsToEverybodyWhileTheyAreActive() {
        for (String status : List.of("DRAFT", "ACTIVE", "CLOSED")) {
            owners.tell(LISTINGS, LISTING, id, Map.of("listingId", id, "sellerId", party, "status", status));

            assertThat(sees(party, TargetType.LISTING, id)).as(status).isTrue();
            assertThat(sees(other, TargetType.LISTING, id)).as(status).isEqualTo(status.equals("ACTIVE"));
        }
    }

    /** The profile may be told after the order, and the order may be one of before. */
    @Test
    void showsOrdersToTheirCustomerWhicheverIsToldFirst() {
        Map<String, Long> order = Map.of("orderId", id, "customerId", id);
        owners.tell(ORDERS, "kontor.order.order-placed.v1", id, order);
        Member cleo = members.verified();
        assertThat(sees(cleo.id(), TargetType.ORDER, id)).isFalse();

        Member customer = members.change(cleo.with("customerId", id));

        assertThat(sees(customer.id(), TargetType.ORDER, id)).isTrue();
        assertThat(sees(members.verified().id(), TargetType.ORDER, id)).isFalse();
        assertThat(sees(members.admin().id(), TargetType.ORDER, id)).isFalse();
        long submitted = Owners.nextId();
        owners.tell(
                ORDERS, "kontor.order.order-submitted.v1", submitted, Map.of("orderId", submitted, "customerId", id));
        assertThat(sees(customer.id(), TargetType.ORDER, submitted)).isTrue();
    }

    @Test
    void showsPurchasesToBothPartiesUnlessTheyAreRejected() {
        Map<String, Object> purchase = Map.of("purchaseId", id, "buyerId", party, "sellerId", other);
        owners.tell(PURCHASES, "kontor.order.purchase-submitted.v1", id, purchase);
        assertThat(sees(party, TargetType.PURCHASE, id)).isTrue();
        assertThat(sees(other, TargetType.PURCHASE, id)).isTrue();
        assertThat(sees(UUID.randomUUID(), TargetType.PURCHASE, id)).isFalse();

        owners.tell(PURCHASES, "kontor.order.purchase-rejected.v1", id, purchase);
        assertThat(sees(party, TargetType.PURCHASE, id)).isTrue();
        assertThat(sees(other, TargetType.PURCHASE, id)).isFalse();
    }

    @Test
    void showsShelfPurchasesToWhoMadeThem() {
        owners.tell(
                SHELF_PURCHASES,
                "kontor.ledger.shelf-purchase-made.v1",
                id,
                Map.of("purchaseId", id, "memberId", party));

        assertThat(sees(party, TargetType.SHELF_PURCHASE, id)).isTrue();
        assertThat(sees(other, TargetType.SHELF_PURCHASE, id)).isFalse();
        assertThat(sees(party, TargetType.PURCHASE, id)).isFalse();
    }

    @Test
    void showsInvoicesAndWhatCancelsThemToTheirCustomer() {
        Member customer = members.change(members.verified().with("customerId", id));
        long cancelling = Owners.nextId();
        owners.tell(INVOICES, "kontor.invoice.invoice-issued.v1", id, Map.of("invoiceId", id, "customerId", id));
        owners.tell(
                INVOICES,
                "kontor.invoice.invoice-cancelled.v1",
                id,
                Map.of("customerId", id, "cancellation/invoiceId", cancelling));

        for (long invoice : List.of(id, cancelling)) {
            assertThat(sees(customer.id(), TargetType.INVOICE, invoice)).isTrue();
            assertThat(sees(other, TargetType.INVOICE, invoice)).isFalse();
        }
    }

    @Test
    void showsMembersThatAreVerified() {
        Member verified = members.verified();
        String text = verified.id().toString();

        assertThat(objects.isVisible(new TargetRef(TargetType.MEMBER, text), other))
                .isTrue();
        assertThat(List.of(
                        members.unverified().id().toString(),
                        members.change(verified.with("status", "ANONYMISED"))
                                .id()
                                .toString(),
                        UUID.randomUUID().toString(),
                        "1-1-1-1-1",
                        "7"))
                .noneMatch(unknown -> objects.isVisible(new TargetRef(TargetType.MEMBER, unknown), other));
        Member inactive = members.inactive();
        assertThat(objects.isVisible(
                        new TargetRef(TargetType.MEMBER, inactive.id().toString()), other))
                .isTrue();
        assertThat(objects.isVisible(
                        new TargetRef(
                                TargetType.MEMBER, inactive.id().toString().toUpperCase(Locale.ROOT)),
                        other))
                .isFalse();
    }

    /** One thing has one id: no zeros before it, no sign, no other digits. */
    @ParameterizedTest
    @EnumSource
    void findsNothingUnderAnIdThatIsWrittenOtherwise(TargetType type) {
        owners.tell(PRODUCTS, PRODUCT, id, Map.of("productId", id));

        assertThat(List.of("0" + id, "+" + id, id + ".0", id + " ", "-" + id, "x' or true --"))
                .noneMatch(unknown -> objects.isVisible(new TargetRef(type, unknown), other));
    }

    /** The codes are what tickets and events name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into target_type (id, code) values (9, 'THING')",
                "update target_type set code = 'THING' where id = 1",
                "delete from target_type where id = 8",
                "truncate object_index"
            })
    void keepsTheTypesFixed(String statement) {
        assertThatThrownBy(() -> database.asApp().sql(statement).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void listsTheTypesToStaff() {
        Answer types = desk.get(members.support(1).bearer(), "/target-types").expect(200);

        assertThat(types.body().path("items").valueStream())
                .extracting(type -> TargetType.valueOf(type.path("code").asString("")))
                .containsExactly(TargetType.values());
        assertThat(types.body().path("items").valueStream())
                .allSatisfy(type -> assertThat(
                                TargetType.of(type.path("id").asLong()).name())
                        .isEqualTo(type.path("code").asString("")));
        desk.get(members.verified().bearer(), "/target-types").refused(403, "forbidden");
    }
}
