package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kontor.catalog.listing.Stall;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The last word is the database's. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class DatabaseIT {

    private final Shop shop;
    private final TestDatabase database;

    DatabaseIT(RestTestClient http, Members members, TestDatabase database) {
        shop = new Shop(http, members);
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update product_price set amount_minor = 0",
                "delete from product_price",
                "truncate product_price",
                "update product_state set price_minor = 0",
                "delete from product_state",
                "update vat_rate_change set percentage = 0",
                "delete from vat_rate_change",
                "update stock_move set delta = 1",
                "delete from stock_move",
                "update upload set sha256 = ''",
                "delete from upload",
                "delete from product",
                "update product set created_by = gen_random_uuid()",
                "delete from stock",
                "update replenishment_line set product_id = 0",
                "delete from replenishment_line",
                "delete from stocktaking",
                "update stocktaking_count set product_id = 0",
                "delete from stocktaking_count",
                "delete from promise",
                "update promise set order_id = 0",
                "delete from reservation",
                "update reservation set order_item_id = 0",
                "update reservation set product_id = 0",
                "update amount_answer set quantity = 1",
                "delete from amount_answer",
                "delete from listing",
                "update listing set seller_id = gen_random_uuid()",
                "update listing set created_at = now()",
                "update listing_image set position = 2",
                "delete from deal",
                "update deal set purchase_id = 0",
                "delete from listing_reservation",
                "update listing_reservation set quantity = 1",
                "update listing_reservation set listing_id = 0",
                "update audit set action = ''",
                "create table mine (id int)",
                "drop table product",
                "set role postgres",
            })
    void forbidsTheApplicationToRewriteHistory(String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update product_price set amount_minor = 0",
                "delete from product_state",
                "truncate vat_rate_change",
                "delete from stock_move",
                "update amount_answer set quantity = 1",
            })
    void forbidsItToTheOwnerToo(String sql) {
        assertThatThrownBy(() -> database.asOwner().sql(sql).update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update product set price_minor = 10000000000 where id = :id | product_price_in_range",
                "update product set withdrawn_at = now() where id = :id      | product_withdrawn_is_inactive",
                "update product set name = '' where id = :id                 | product_name_length",
                "update product set vat_rate_id = 0 where id = :id           | product_vat_rate_exists",
                "update stock set reserved = -1 where product_id = :id       | stock_reserved_not_negative",
                "update stock set base_count = 5 where product_id = :id      | stock_base_complete",
                "update stock set reserved = 1 where product_id = :id        | stock_promised_is_there",
            })
    void refusesWhatTheRulesForbid(String sql, String constraint) {
        long id = shop.productId(Map.of());

        assertThatThrownBy(() -> database.asApp().sql(sql).param("id", id).update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    /** Section 3 and C-20, whoever writes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "update listing set reserved = quantity + 1 where id = :id | listing_reserved_is_there",
                "update listing set reserved = -1 where id = :id | listing_reserved_is_there",
                "update listing set quantity = 10001 where id = :id | listing_quantity_in_range",
                "update listing set title = null where id = :id | listing_active_is_complete",
                "update listing set quantity = 0 where id = :id | listing_active_is_complete",
                "update listing set ship_from_city = null where id = :id | listing_ship_from_whole",
                "update listing set unit_price_minor = 0 where id = :id | listing_price_in_range",
                "update listing set status = 'SOLD' where id = :id | listing_status_known",
                "update listing set status = 'DRAFT', reserved = 1 where id = :id | listing_draft_holds_nothing",
                "insert into listing_image values (:id, 0, 9) | listing_image_",
                "insert into listing_reservation values (-1, :id, -1, 1, 'HELD', now()) | listing_reservation_deal",
                "insert into listing_reservation values (-1, :id, -1, 0, 'HELD', now()) | listing_reservation_q",
            })
    void refusesListingsThatCannotBe(String sql, String constraint) {
        long id = new Stall(shop, shop.admin()).active(3);

        assertThatThrownBy(() -> database.asApp().sql(sql).param("id", id).update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELD", "RELEASED"})
    void endsAReservationOfAListingOnce(String again) {
        long id = new Stall(shop, shop.admin()).active(3);
        database.asApp()
                .sql("with d as (insert into deal (purchase_id, version) values (-:id, 0) returning purchase_id)"
                        + " insert into listing_reservation select -:id, :id, -:id, 1, 'CONSUMED', now()")
                .param("id", id)
                .update();

        assertThatThrownBy(() -> database.asApp()
                        .sql("update listing_reservation set state = :state where id = -:id")
                        .param("id", id)
                        .param("state", again)
                        .update())
                .rootCause()
                .hasMessageContaining("listing_reservation_ends_once");
        database.asOwner()
                .sql("delete from listing_reservation where id = -:id")
                .param("id", id)
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'HELD', 0, null, 0      | reservation_quantity_in_range",
                "'HELD', 10001, null, 0  | reservation_quantity_in_range",
                "'SOLD', 1, null, 0      | reservation_state_known",
                "'HELD', 1, 801, 0       | reservation_invoice_only_when_released",
                "'HELD', 1, null, -1     | reservation_held_has_not_moved",
                "'CONSUMED', 1, null, -1 | reservation_promise_exists",
            })
    void refusesReservationsThatCannotBe(String values, String constraint) {
        long id = shop.productId(Map.of());

        assertThatThrownBy(() -> database.asApp()
                        .sql("insert into reservation (id, order_id, order_item_id, product_id, changed_at, state,"
                                + " quantity, invoice_id, moved) values (-1, -1, -:id, :id, now(), " + values + ")")
                        .param("id", id)
                        .update())
                .rootCause()
                .hasMessageContaining(constraint);
    }
}
