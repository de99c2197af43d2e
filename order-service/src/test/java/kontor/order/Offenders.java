package kontor.order;

import kontor.testkit.trial.PlantedFaults;

/** What the verify set must see, planted one at a time. */
final class Offenders {

    /** <code>{id}</code> is a delivered and billed order, <code>{purchase}</code> one that is done; 100 went back. */
    static final PlantedFaults ALL = PlantedFaults.of("""
            INV-04: grant update (detail) on order_log to public; grant delete on audit to public
            INV-04: grant delete on retail_order to public
            INV-04: grant update on evaluation_buyer to public
            INV-04: grant delete on shipping_tariff to public
            INV-04: grant update on market_purchase_line to public
            INV-04: grant delete on adjustment to public
            INV-09: update market_purchase set refunded_minor = refunded_minor + 1 where id = {purchase}
            INV-09: update market_purchase set additional_minor = 5 where id = {purchase}
            INV-09: update adjustment set value_minor = 9999999999 where purchase_id = {purchase}
            INV-09: update adjustment set state = 'PENDING' where purchase_id = {purchase}
            INV-09: update market_purchase set refunded_minor = 0 where status = 'C' and paid_at is not null
            INV-14-no-purchase: update market_purchase set status = 'W', opened_at = null, paid_at = null,
              shipped_at = null, done_at = null, submitted_at = now() - interval '12 minutes' where id =
              {purchase}
            INV-22-purchases-move: alter table purchase_log disable trigger user; update purchase_log set
              detail = 'OPEN -> SHIPPED' where purchase_id = {purchase} and action = 'P'
            INV-22-purchases-move: alter table purchase_log disable trigger user; update purchase_log set
              detail = 'PAID -> DONE' where purchase_id = {purchase} and action = 'S'
            INV-22-purchases-move: alter table purchase_log disable trigger user; update purchase_log set
              detail = 'OPEN -> LOST' where purchase_id = {purchase} and action = 'P'
            INV-22-purchases-move: alter table purchase_log disable trigger user; delete from purchase_log
              where purchase_id = {purchase}
            INV-22-purchases-move: alter table purchase_log disable trigger user; delete from purchase_log
              where purchase_id = {purchase} and action = 'S'
            INV-22-purchases-move: update market_purchase set status = 'S', done_at = null where id =
              {purchase}
            INV-22-purchases-move: insert into purchase_log (purchase_id, actor_id, action, detail) values
              ({purchase}, gen_random_uuid(), 'P', 'OPEN -> PAID')
            INV-22-purchases-log: insert into purchase_log (purchase_id, actor_id, action, detail) values
              ({purchase}, gen_random_uuid(), 'R', '100')
            INV-22-purchases-log: insert into purchase_log (purchase_id, actor_id, action, detail) values
              ({purchase}, gen_random_uuid(), 'A', '100')
            INV-22-purchases-log: alter table purchase_log disable trigger user; delete from purchase_log
              where purchase_id = {purchase} and action = 'R'
            INV-22-purchases-log: update adjustment set state = 'REFUSED', code = 'x' where purchase_id =
              {purchase}
            INV-22-purchases-log: update purchase_payment set state = 'PENDING' where purchase_id = {purchase}
            INV-23: update market_purchase set asked_at = now() - interval '3 minutes', pending_action =
              'ADJUSTMENT', pending_adjustment_id = (select id from adjustment where purchase_id = {purchase})
              where id = {purchase}
            INV-23: update market_purchase set status = 'O', paid_at = null, shipped_at = null, done_at =
              null, opened_at = now() - interval '9 days' where id = {purchase}
            INV-23: update market_purchase set status = 'S', done_at = null, shipped_at = now() - interval '16
              days' where id = {purchase}
            INV-37-changes-of-purchases: delete from audit where action = 'confirm-purchase' and target_id =
              '{purchase}'
            INV-37-changes-of-purchases: delete from audit where action = 'correct-purchase' and target_id =
              '{purchase}'
            INV-37-changes-of-purchases: delete from audit where action = 'reject-purchase'
            INV-37-changes-of-purchases: delete from audit where action = 'open-purchase' and target_id =
              '{purchase}'
            INV-37-changes-of-purchases: insert into audit (actor_id, action, target_type, target_id, at,
              correlation_id) select actor_id, action, target_type, target_id, at, 'x' from audit where action =
              'confirm-purchase' and target_id = '{purchase}'
            INV-14-no-order: update retail_order set status_id = 1, delivered_at = null, asked_at = now(),
              placed_at = now() - interval '12 minutes' where id = {id}
            INV-20: delete from known_site s using known_customer c, retail_order o where o.id = {id} and c.id
              = o.customer_id and s.id = c.main_site_id
            INV-21: update order_item set status_id = 4 where order_id = {id}
            INV-21: update order_item set status_id = 8 where order_id = {id}
            INV-22-orders-stand: update retail_order set status_id = 6, delivered_at = null where id = {id}
            INV-22-orders-stand: update order_item set status_id = 6 where order_id = {id}
            INV-22-orders-move: alter table order_log disable trigger user; update order_log set detail = 'NEW
              -> PENDING' where order_id = {id} and action = 'PLACE'
            INV-22-orders-move: alter table order_log disable trigger user; update order_log set detail =
              'DELIVERED -> PACKAGED' where order_id = {id} and action = 'STATUS'
            INV-22-orders-move: alter table order_log disable trigger user; update order_log set detail = 'NEW
              -> LOST' where order_id = {id} and action = 'ITEM_STATUS'
            INV-22-orders-move: alter table order_log disable trigger user; insert into order_log (order_id,
              actor_id, action, detail, at) values ({id}, gen_random_uuid(), 'STATUS', 'NEW -> PACKAGED', now())
            INV-30: update retail_order set net_minor = net_minor + 1 where id = {id}
            INV-30: update retail_order set item_count = 1 where id = {id}
            INV-30: update order_item set amount = amount + 1 where order_id = {id}
            INV-35: insert into evaluation_seller (purchase_id, level, at) select id, 5, now() from
              market_purchase where status = 'P' limit 1
            INV-35: alter table purchase_log disable trigger user; delete from purchase_log where action = 'E'
            INV-35: insert into purchase_log (purchase_id, actor_id, action, detail) select purchase_id,
              actor_id, action, detail from purchase_log where action = 'E'
            INV-37-privileged: insert into fee_model (name, percent, fixed_minor, min_minor, valid_from)
              values ('Odd', 0, 0, 0, now())
            INV-37-privileged: update shipping_tariff set version = version + 1
            INV-37-privileged: delete from audit where action = 'move-order' and target_id = '{id}'
            INV-37-privileged: delete from audit where action = 'note-invoice' and target_id = '{id}'
            INV-37-privileged: update payment_method set version = version + 1 where id = (select
              payment_method_id from retail_order where id = {id})
            INV-37-privileged: update order_status set version = version + 1 where id = 1
            INV-37-privileged: insert into audit (actor_id, action, target_type, target_id, at,
              correlation_id) select actor_id, 'reject-order', target_type, target_id, at, 'x' from audit where
              action = 'move-order' and target_id = '{id}'
            """);

    /** What waits past its time, by saga and state. */
    static final PlantedFaults OVERDUE = PlantedFaults.of("""
            order-pending: update retail_order set status_id = 1, delivered_at = null, asked_at = now(),
              placed_at = now() - interval '12 minutes' where id = {id}
            purchase-pending: update market_purchase set status = 'W', opened_at = null, paid_at = null,
              shipped_at = null, done_at = null, asked_at = now(), submitted_at = now() - interval '12 minutes'
              where id = {purchase}
            purchase-payment: update market_purchase set status = 'O', paid_at = null, shipped_at = null, done_at =
              null, asked_at = now(), pending_action = 'PAYMENT', pending_payment_id = (select id from
              purchase_payment where purchase_id = {purchase}) where id = {purchase};
              update purchase_payment set at = now() - interval '11 minutes' where purchase_id = {purchase}
            purchase-adjustment: update market_purchase set asked_at = now(), pending_action = 'ADJUSTMENT',
              pending_adjustment_id = (select id from adjustment where purchase_id = {purchase})
              where id = {purchase};
              update adjustment set at = now() - interval '11 minutes' where purchase_id = {purchase}
            """);

    private Offenders() {}
}
