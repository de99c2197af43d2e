package kontor.order;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The last word is the database's. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class DatabaseIT {

    private final TestDatabase database;
    private final Shop shop;

    DatabaseIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.database = database;
        shop = new Shop(http, members, database, writer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update order_log set detail = ''",
                "delete from order_log",
                "truncate order_log",
                "update invoice_answer set refused_code = null",
                "delete from invoice_answer",
                "update audit set action = ''",
                "delete from audit",
                "delete from retail_order",
                "update retail_order set customer_id = 1",
                "update retail_order set placed_by = gen_random_uuid()",
                "update retail_order set placed_at = now()",
                "update retail_order set ship_to_street = ''",
                "update retail_order set external_id = '1'",
                "delete from order_item",
                "update order_item set product_id = 1",
                "update order_item set product_version = 1",
                "update order_item set line_no = 1",
                "update order_item set order_id = 1",
                "insert into order_status (id, code, name, position) values (9, 'LOST', 'Lost', 9)",
                "update order_status set code = 'LOST'",
                "delete from order_status",
                "update purchase_log set detail = ''",
                "delete from purchase_log",
                "delete from market_purchase",
                "update market_purchase set buyer_id = gen_random_uuid()",
                "update market_purchase set total_minor = 1",
                "update market_purchase set ship_to_street = ''",
                "update market_purchase_line set unit_price_minor = 1",
                "delete from market_purchase_line",
                "update adjustment set value_minor = 1",
                "delete from adjustment",
                "update purchase_payment set external = true",
                "delete from purchase_payment",
                "update fee_model set percent = 0",
                "delete from fee_model",
                "update shipping_tariff set price_minor = 0",
                "update shipping_tariff set destination_countries = '{HU}'",
                "delete from shipping_tariff",
                "update shipping_extra set price_minor = 0",
                "delete from shipping_extra",
                "update evaluation_buyer set level = 10",
                "delete from evaluation_buyer",
                "update evaluation_seller set level = 10",
                "truncate evaluation_seller",
                "create table mine (id int)",
                "drop table order_log",
                "set role postgres",
            })
    void forbidsTheApplicationToRewriteHistory(String sql) {
        assertThatThrownBy(() -> database.asApp().sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update order_log set detail = 'x'",
                "delete from order_log",
                "truncate invoice_answer",
                "update purchase_log set detail = 'x'",
                "delete from market_purchase_line",
                "update fee_model set percent = 1",
                "delete from shipping_extra",
                "update evaluation_buyer set level = 1",
                "delete from evaluation_seller",
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
                "fee_model (name, percent, fixed_minor, min_minor, valid_from) values ('x', 100.01, 0, 0, now())"
                        + " | fee_model_percent_in_range",
                "fee_model (name, percent, fixed_minor, min_minor, max_minor, valid_from)"
                        + " values ('x', 1, 0, 41, 40, now()) | fee_model_max_in_range",
                "shipping_extra (tariff_id, name, price_minor) values (0, 'x', 0) | shipping_extra_tariff",
                "evaluation_seller (purchase_id, level, at) values (0, 10, now()) | evaluation_seller_purchase",
                "evaluation_seller (purchase_id, level, at) values (0, 11, now()) | evaluation_seller_level_in_range",
                "evaluation_buyer (purchase_id, level_pack, level_goods, level, at) values (0, 1, 0, 1, now())"
                        + " | evaluation_buyer_level_goods_in_range",
            })
    void refusesTermsAndEvaluationsThatTheRulesForbid(String row, String constraint) {
        assertThatThrownBy(() -> database.asApp().sql("insert into " + row).update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid_to = valid_from                    | shipping_tariff_valid_to_after_from",
                "destination_countries = '{}'             | shipping_tariff_destination_countries_form",
                "destination_countries = '{HU,x}'         | shipping_tariff_destination_countries_form",
                "destination_countries = '{HU,NULL}'      | shipping_tariff_destination_countries_form",
                "max_weight_g = 0                         | shipping_tariff_max_weight_in_range",
                "price_minor = -1                         | shipping_tariff_price_in_range",
            })
    void refusesTariffsThatTheRulesForbid(String change, String constraint) {
        long id = shop.bazaar().tariff().id();

        assertThatThrownBy(() -> database.asOwner()
                        .sql("update shipping_tariff set " + change + " where id = ?")
                        .param(id)
                        .update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = 'X'                                     | market_purchase_status_known",
                "status = 'R'                                     | market_purchase_rejected_for_a_reason",
                "status = 'P'                                     | market_purchase_steps_have_times",
                "status = 'D', paid_at = now()                    | market_purchase_steps_have_times",
                "cancelled_at = now()                             | market_purchase_steps_have_times",
                "ship_from_city = null                            | market_purchase_sent_from_somewhere",
                "pending_action = 'PAYMENT'                       | market_purchase_pending_one_thing",
                "pending_action = 'OTHER', pending_payment_id = 1 | market_purchase_pending_one_thing",
                "refunded_minor = total_minor + 1                 | market_purchase_refunds_covered",
                "additional_minor = 9999999999                    | market_purchase_refunds_covered",
                "tracking_number = repeat('x', 101)               | market_purchase_tracking_number_length",
                "seller_reference = ''                            | market_purchase_seller_reference_length",
            })
    void refusesPurchasesThatTheRulesForbid(String change, String constraint) {
        long id = shop.bazaar().opened().id();

        assertThatThrownBy(() -> database.asApp()
                        .sql("update market_purchase set " + change + " where id = ?")
                        .param(id)
                        .update())
                .rootCause()
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update retail_order set status_id = 2 where id = :id    | retail_order_rejected_for_a_reason",
                "update retail_order set status_id = 7 where id = :id    | retail_order_delivered_at_some_time",
                "update retail_order set status_id = 9 where id = :id    | retail_order_status",
                "update retail_order set net_minor = -1 where id = :id   | retail_order_net_in_range",
                "update retail_order set asked_at = null where id = :id  | retail_order_asked_while_pending",
                "update retail_order set deadline = '2000-01-01Z' where id = :id"
                        + " | retail_order_deadline_not_before_placed",
                "update retail_order set invoice_hold = true, live_invoice_id = 1 where id = :id"
                        + " | retail_order_held_without_invoice",
                "update retail_order set payment_method_id = 0 where id = :id | retail_order_payment_method",
                "update order_item set amount = 0 where order_id = :id   | order_item_amount_in_range",
                "update order_item set unit_price_minor = -1 where order_id = :id | order_item_unit_price_in_range",
                "update order_item set request_id = 1 where order_id = :id | order_item_request_whole",
            })
    void refusesWhatTheRulesForbid(String sql, String constraint) {
        Shop.Customer cleo = shop.customer();
        long id = shop.submit(cleo.bearer(), shop.order(cleo, 1)).expect(202).id();

        assertThatThrownBy(() -> database.asApp().sql(sql).param("id", id).update())
                .rootCause()
                .hasMessageContaining(constraint);
    }
}
