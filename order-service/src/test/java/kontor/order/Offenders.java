package kontor.order;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What the verify set must see, planted one at a time. */
final class Offenders {

    private static final String STILL = "alter table order_log disable trigger user;";
    private static final String PURCHASE_STILL = "alter table purchase_log disable trigger user;";
    private static final String LOG =
            STILL + "update order_log set detail = '%s' where order_id = :id and action = '%s'";
    private static final String MOVE =
            PURCHASE_STILL + "update purchase_log set detail = '%s' where purchase_id = :purchase and action = '%s'";
    private static final String AGAIN =
            "insert into purchase_log (purchase_id, actor_id, action, detail) values (:purchase, gen_random_uuid(), ";

    /**
     * By the beginning of a file's name: what it must see; {@code :id} is a delivered and billed order, {@code
     * :purchase} a purchase that is done, of which 100 went back.
     */
    static final Map<String, List<String>> ALL = Map.ofEntries(
            entry(
                    "INV-04",
                    List.of(
                            "grant update (detail) on order_log to public; grant delete on audit to public",
                            "grant delete on retail_order to public",
                            "grant update on evaluation_buyer to public",
                            "grant delete on shipping_tariff to public",
                            "grant update on market_purchase_line to public",
                            "grant delete on adjustment to public")),
            entry(
                    "INV-09",
                    List.of(
                            "update market_purchase set refunded_minor = refunded_minor + 1 where id = :purchase",
                            "update market_purchase set additional_minor = 5 where id = :purchase",
                            "update adjustment set value_minor = 9999999999 where purchase_id = :purchase",
                            "update adjustment set state = 'PENDING' where purchase_id = :purchase",
                            "update market_purchase set refunded_minor = 0 where status = 'C'"
                                    + " and paid_at is not null")),
            entry(
                    "INV-14-no-purchase",
                    List.of("update market_purchase set status = 'W', opened_at = null, paid_at = null,"
                            + " shipped_at = null, done_at = null, submitted_at = now() - interval '12 minutes'"
                            + " where id = :purchase")),
            entry(
                    "INV-22-purchases-move",
                    List.of(
                            MOVE.formatted("OPEN -> SHIPPED", "P"),
                            MOVE.formatted("PAID -> DONE", "S"),
                            MOVE.formatted("OPEN -> LOST", "P"),
                            PURCHASE_STILL + "delete from purchase_log where purchase_id = :purchase",
                            PURCHASE_STILL + "delete from purchase_log where purchase_id = :purchase and action = 'S'",
                            "update market_purchase set status = 'S', done_at = null where id = :purchase",
                            AGAIN + "'P', 'OPEN -> PAID')")),
            entry(
                    "INV-22-purchases-log",
                    List.of(
                            AGAIN + "'R', '100')",
                            AGAIN + "'A', '100')",
                            PURCHASE_STILL + "delete from purchase_log where purchase_id = :purchase and action = 'R'",
                            "update adjustment set state = 'REFUSED', code = 'x' where purchase_id = :purchase",
                            "update purchase_payment set state = 'PENDING' where purchase_id = :purchase")),
            entry(
                    "INV-23",
                    List.of(
                            "update market_purchase set asked_at = now() - interval '3 minutes',"
                                    + " pending_action = 'ADJUSTMENT', pending_adjustment_id = (select id from"
                                    + " adjustment where purchase_id = :purchase) where id = :purchase",
                            "update market_purchase set status = 'O', paid_at = null, shipped_at = null,"
                                    + " done_at = null, opened_at = now() - interval '9 days' where id = :purchase",
                            "update market_purchase set status = 'S', done_at = null,"
                                    + " shipped_at = now() - interval '16 days' where id = :purchase")),
            entry(
                    "INV-37-changes-of-purchases",
                    List.of(
                            "delete from audit where action = 'confirm-purchase'"
                                    + " and target_id = cast(:purchase as text)",
                            "delete from audit where action = 'correct-purchase'"
                                    + " and target_id = cast(:purchase as text)",
                            "delete from audit where action = 'reject-purchase'",
                            "delete from audit where action = 'open-purchase'"
                                    + " and target_id = cast(:purchase as text)",
                            "insert into audit (actor_id, action, target_type, target_id, at, correlation_id)"
                                    + " select actor_id, action, target_type, target_id, at, 'x' from audit"
                                    + " where action = 'confirm-purchase' and target_id = cast(:purchase as text)")),
            entry(
                    "INV-14-no-order",
                    List.of("update retail_order set status_id = 1, delivered_at = null, asked_at = now(),"
                            + " placed_at = now() - interval '12 minutes' where id = :id")),
            entry(
                    "INV-20",
                    List.of("delete from known_site s using known_customer c, retail_order o"
                            + " where o.id = :id and c.id = o.customer_id and s.id = c.main_site_id")),
            entry(
                    "INV-21",
                    List.of(
                            "update order_item set status_id = 4 where order_id = :id",
                            "update order_item set status_id = 8 where order_id = :id")),
            entry(
                    "INV-22-orders-stand",
                    List.of(
                            "update retail_order set status_id = 6, delivered_at = null where id = :id",
                            "update order_item set status_id = 6 where order_id = :id")),
            entry(
                    "INV-22-orders-move",
                    List.of(
                            LOG.formatted("NEW -> PENDING", "PLACE"),
                            LOG.formatted("DELIVERED -> PACKAGED", "STATUS"),
                            LOG.formatted("NEW -> LOST", "ITEM_STATUS"),
                            STILL + "insert into order_log (order_id, actor_id, action, detail, at)"
                                    + " values (:id, gen_random_uuid(), 'STATUS', 'NEW -> PACKAGED', now())")),
            entry(
                    "INV-30",
                    List.of(
                            "update retail_order set net_minor = net_minor + 1 where id = :id",
                            "update retail_order set item_count = 1 where id = :id",
                            "update order_item set amount = amount + 1 where order_id = :id")),
            entry(
                    "INV-35",
                    List.of(
                            "insert into evaluation_seller (purchase_id, level, at)"
                                    + " select id, 5, now() from market_purchase where status = 'P' limit 1",
                            PURCHASE_STILL + "delete from purchase_log where action = 'E'",
                            "insert into purchase_log (purchase_id, actor_id, action, detail)"
                                    + " select purchase_id, actor_id, action, detail from purchase_log"
                                    + " where action = 'E'")),
            entry(
                    "INV-37-privileged",
                    List.of(
                            "insert into fee_model (name, percent, fixed_minor, min_minor, valid_from)"
                                    + " values ('Odd', 0, 0, 0, now())",
                            "update shipping_tariff set version = version + 1",
                            "delete from audit where action = 'move-order' and target_id = cast(:id as text)",
                            "delete from audit where action = 'note-invoice' and target_id = cast(:id as text)",
                            "update payment_method set version = version + 1"
                                    + " where id = (select payment_method_id from retail_order where id = :id)",
                            "update order_status set version = version + 1 where id = 1",
                            "insert into audit (actor_id, action, target_type, target_id, at, correlation_id)"
                                    + " select actor_id, 'reject-order', target_type, target_id, at, 'x' from audit"
                                    + " where action = 'move-order' and target_id = cast(:id as text)")));

    private Offenders() {}
}
