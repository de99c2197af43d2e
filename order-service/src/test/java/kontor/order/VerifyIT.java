package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.PlantedFaults;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each verify query turns red for the fault it is there for. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    /** Of an order that is delivered and billed. */
    private static final PlantedFaults FAULTS = PlantedFaults.of("""
            INV-04: grant update (detail) on order_log to public; grant delete on audit to public
            INV-04: grant delete on retail_order to public
            INV-14: update retail_order set status_id = 1, delivered_at = null, asked_at = now(),
              placed_at = now() - interval '12 minutes' where id = {id}
            INV-20: delete from known_site s using known_customer c, retail_order o
              where o.id = {id} and c.id = o.customer_id and s.id = c.main_site_id
            INV-21: update order_item set status_id = 4 where order_id = {id}
            INV-21: update order_item set status_id = 8 where order_id = {id}
            INV-22-orders-stand: update retail_order set status_id = 6, delivered_at = null where id = {id}
            INV-22-orders-stand: update order_item set status_id = 6 where order_id = {id}
            INV-22-orders-move: alter table order_log disable trigger user;
              update order_log set detail = 'NEW -> PENDING' where order_id = {id} and action = 'PLACE'
            INV-22-orders-move: alter table order_log disable trigger user;
              update order_log set detail = 'DELIVERED -> PACKAGED' where order_id = {id} and action = 'STATUS'
            INV-22-orders-move: alter table order_log disable trigger user;
              update order_log set detail = 'NEW -> LOST' where order_id = {id} and action = 'ITEM_STATUS'
            INV-22-orders-move: insert into order_log (order_id, actor_id, action, detail, at)
              values ({id}, gen_random_uuid(), 'STATUS', 'NEW -> PACKAGED', now())
            INV-30: update retail_order set net_minor = net_minor + 1 where id = {id}
            INV-30: update retail_order set item_count = 1 where id = {id}
            INV-30: update order_item set amount = amount + 1 where order_id = {id}
            INV-37: delete from audit where action = 'move-order' and target_id = '{id}'
            INV-37: delete from audit where action = 'note-invoice' and target_id = '{id}'
            INV-37: update payment_method set version = version + 1
              where id = (select payment_method_id from retail_order where id = {id})
            INV-37: update order_status set version = version + 1 where id = 1
            INV-37: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              select actor_id, 'reject-order', target_type, target_id, at, 'x' from audit
              where action = 'move-order' and target_id = '{id}'
            """);

    private final Shop shop;
    private final VerifySet set;

    VerifyIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        set = new VerifySet(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        return FAULTS.tests(set, Map.of("id", used()));
    }

    @Test
    void findsNothingWhileAllIsWell() {
        used();

        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void hasAFaultForEachQuery() {
        FAULTS.requireOneForEach(set);
    }

    /** An order that went through what orders go through, among others that did so too. */
    private long used() {
        Customer cleo = shop.customer();
        Answer order = shop.placed(cleo, 3);
        long id = order.id();
        shop.patch("/orders/%d/items/%d".formatted(id, order.item(1)), "{\"unitPriceMinor\": 90}")
                .expect(200);
        shop.moveItem(id, order.item(2), "CANCELLED").expect(200);
        shop.moveItem(id, order.item(3), "PACKAGED").expect(200);
        shop.move(id, "PACKAGED").expect(200);
        shop.moveItem(id, order.item(1), "PACKAGED").expect(200);
        shop.move(id, "DELIVERED").expect(200);
        shop.neighbours().issue(id, Neighbours.nextId());

        shop.cancel(cleo.bearer(), shop.placed(cleo, 1).id()).expect(200);
        shop.cancel(
                        shop.admin().bearer(),
                        shop.submit(cleo.bearer(), shop.order(cleo, 1)).id())
                .expect(200);
        long refused = shop.submit(shop.admin().bearer(), shop.order(cleo, 1))
                .expect(202)
                .id();
        shop.neighbours().sayRefused(refused, order.item(1), "stock-short");
        shop.neighbours().await("retail_order where id = %d and status_id = 2".formatted(refused));
        shop.patch("/payment-methods/" + shop.method(), "{\"deadlineDays\": 30}")
                .expect(200);
        return id;
    }
}
