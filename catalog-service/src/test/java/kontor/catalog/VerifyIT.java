package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.catalog.deal.Trade;
import kontor.catalog.listing.Stall;
import kontor.catalog.reservation.Course;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.picture.Drawing;
import kontor.testkit.trial.PlantedFaults;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each verify query turns red for the fault it is there for. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    /** Of a product of its own. */
    private static final PlantedFaults FAULTS = PlantedFaults.of("""
            INV-04: grant update (reason) on stock_move to public; grant delete on product_price to public
            INV-12-the-current: update product set price_minor = price_minor + 1 where id = {id}
            INV-12-the-current: alter table product_price disable trigger user;
              delete from product_price where product_id = {id}
            INV-12-every: alter table product_state disable trigger user;
              update product_state set price_minor = 1, gross_price_minor = 1 where product_id = {id}
            INV-12-every: alter table product_state disable trigger user;
              update product_state set gross_price_minor = 1 where product_id = {id}
            INV-13-on-hand: update stock set on_hand = on_hand + 1 where product_id = {id}
            INV-13-on-hand: update stock set base_count = base_count + 1, base_at = '2000-01-01Z'
              where product_id = {id}
            INV-13-on-hand: alter table stock_move disable trigger user;
              update stock_move set delta = delta * 2 where product_id = {id}
            INV-13-reserved: update stock set reserved = reserved - 1 where product_id = {id}
            INV-13-reserved: update reservation set quantity = quantity + 1 where product_id = {id} and state = 'HELD'
            INV-13-reserved: update stock set tracked = false where product_id = {id}
            INV-13-a-reservation: update reservation set moved = moved - 1
              where product_id = {id} and state = 'CONSUMED'
            INV-13-a-reservation: update reservation set quantity = quantity + 1
              where product_id = {id} and state = 'CONSUMED'
            INV-13-a-reservation: insert into stock_move
              (id, product_id, kind, delta, at, recorded_at, business_ref)
              values (-2, {id}, 'RETAIL_OUT', -1, now(), now(), 'order:-1:-1')
            INV-13-the-base: insert into stocktaking (id, at, revoked) values (-1, now(), false);
              insert into stocktaking_count (stocktaking_id, product_id, pieces) values (-1, {id}, 0)
            INV-13-the-base: update stock set base_stocktaking_id = 7, base_at = now() where product_id = {id}
            INV-13-the-base: update stock set tracked_since = now() where product_id = {id}
            INV-13-a-line: insert into replenishment_line (line_id, collection_id, product_id, moved, at, moves)
              values (-1, -1, {id}, 5, now(), 1)
            INV-13-a-line: insert into stock_move (id, product_id, kind, delta, at, recorded_at, business_ref)
              values (-1, {id}, 'REPLENISHMENT', 5, now(), now(), 'replenishment:-1:1')
            INV-14-a-reservation: update promise set accepted = false
              where order_id in (select order_id from reservation where product_id = {id} and state = 'HELD')
            INV-14-a-reservation: delete from reservation where product_id = {id} and state = 'HELD'
            INV-20: update vat_rate set percentage = 99.01 where percentage = 0
            INV-20: update product set vat_rate_id = (select max(id) from vat_rate);
              delete from vat_rate where percentage = 0
            INV-20: update vat_rate set valid_from = valid_from + interval '1 second' where percentage = 0
            INV-26-states: update product set version = version + 1 where id = {id}
            INV-30: update product set name = 'otherwise' where id = {id}
            INV-36-a-picture-of-a-product: update product
              set image_upload_id = (select max(id) from upload where purpose = 'MEMBER') where id = {id}
            INV-37-decisions-on-orders: delete from audit where action = 'reserve-stock'
            INV-37-decisions-on-orders: update audit set actor_id = gen_random_uuid() where action = 'refuse-stock'
            INV-37-decisions-on-orders: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              select actor_id, action, target_type, target_id, at, correlation_id
              from audit where action = 'reserve-stock' limit 1
            INV-37-privileged: update tag set version = version + 1
              where id = (select max(id) from tag where external_id is null)
            INV-37-privileged: delete from audit where action = 'create-product' and target_id = '{id}'
            INV-37-privileged: update product set created_by = gen_random_uuid() where id = {id}
            INV-37-privileged: delete from audit where action = 'correct-stock' and target_id = '{id}'
            INV-37-privileged: delete from audit where action = 'set-price' and target_id = '{id}'
            INV-37-privileged: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              select gen_random_uuid(), 'withdraw-product', 'product', '{id}', now(), 'x'
            """);

    private final Shop shop;
    private final Members members;
    private final TestDatabase database;
    private final TopicWriter topics;
    private final TopicReader reader;
    private final VerifySet set;

    VerifyIT(RestTestClient http, Members members, TestDatabase database, TopicWriter topics, TopicReader reader) {
        shop = new Shop(http, members);
        this.members = members;
        this.database = database;
        this.topics = topics;
        this.reader = reader;
        set = new VerifySet(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        return FAULTS.and(MarketFaults.ALL).tests(set, Map.of("id", used()));
    }

    @Test
    void findsNothingWhileAllIsWell() {
        used();

        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void hasAFaultForEachQuery() {
        FAULTS.and(MarketFaults.ALL).requireOneForEach(set);
    }

    /** A product that went through what products go through, among things that did so too. */
    private long used() {
        Thing thing = Thing.made(shop);
        Course.used(topics, database, thing.product());
        new Trade(topics, reader, database).with(new Stall(shop, members.verified()), shop.admin());
        String product = "/products/" + thing.product();
        String bearer = members.verified().bearer();
        shop.upload(bearer, "MEMBER", Drawing.png(8, 8)).expect(201);
        shop.patch(product, Map.of("tagIds", List.of(thing.tag()), "vatRateId", thing.rate(), "priceMinor", 77))
                .expect(200);
        shop.patch("/tags/" + thing.tag(), Map.of("forSale", false)).expect(200);
        shop.patch("/vat-rates/" + thing.rate(), Map.of("percentage", Shop.percentage()))
                .expect(200);
        shop.patch("/packagings/" + thing.packaging(), Map.of("weightG", 7)).expect(200);
        shop.postOnce("/products/bulk/price-change", Map.of("categoryId", thing.category(), "percent", 10))
                .expect(200);
        shop.postOnce("/products/bulk/move", Map.of("priceMinor", 9_999_999_998L, "categoryName", Shop.named("Dear")))
                .expect(200);
        long gone = shop.productId(Map.of("categoryId", thing.category()));
        shop.delete("/products/" + gone).expect(204);
        new Community(shop).productId();
        shop.delete("/categories/" + thing.category()).expect(204);
        return thing.product();
    }
}
