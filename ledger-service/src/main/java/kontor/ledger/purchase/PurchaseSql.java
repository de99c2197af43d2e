package kontor.ledger.purchase;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text of {@link PurchaseStatement}: a chain in which each part derives from the debit. It differs only by how many
 * lines there are and by what goes with them, so each shape is prepared once per connection.
 */
record PurchaseSql(int lines, boolean hasClaim, boolean isAudited) {

    private static final Map<PurchaseSql, String> TEXTS = new ConcurrentHashMap<>();

    private static final String LINE = """
            (?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::timestamptz, ?::int, ?::bigint, ?::numeric, ?::bigint, ?::bigint,
            ?::bigint, ?::bigint, ?::bigint, ?::int, ?::boolean, ?::bigint, ?::bigint, ?::text, ?::uuid, ?::text, ?::uuid,
            ?::text, ?::text)""";

    private static final String LINES = """
            with line (purchase_id, cart_id, product_id, product_version, at, amount, unit_net_minor, vat_percentage,
                unit_price_minor, total_minor, vat_minor, vat_account_id, later_minor, later_steps, is_checked, transfer_id,
                entry_id, business_ref, made_id, made, posted_id, posted_head, posted_tail) as (values
            """;

    private static final String CHAIN = """
            ),
            debit as (
                update account set balance_minor = balance_minor - ?, version = version + ?
                where kind = 'MEMBER' and owner = ? and (? or floor_minor is null or balance_minor - ? >= floor_minor)
                    and exists (select from known_member m where m.id = ? and m.version = ?)
                    and (select count(*) from line l join known_product p on p.id = l.product_id
                        and p.version = l.product_version) = ?
                returning id, balance_minor, floor_minor, version),
            booked as (
                select l.*, d.id as account_id, d.balance_minor + l.later_minor as balance_after_minor,
                    case when l.is_checked then d.floor_minor end as floor_at_minor,
                    d.version - l.later_steps as account_version, ?::timestamptz as booked_at, ?::uuid as actor_id
                from debit d cross join line l),
            purchase as (
                insert into shelf_purchase (id, cart_id, at, entered_at, member_id, product_id, product_version,
                    unit_net_minor, vat_percentage, unit_price_minor, amount, total_minor, admin_id, entered_via, terminal)
                select purchase_id, cart_id, at, booked_at, ?, product_id, product_version, unit_net_minor, vat_percentage,
                    unit_price_minor, amount, total_minor, ?, ?, ? from booked),
            transfer as (
                insert into transfer (id, kind, business_ref, at, booked_at, actor_id)
                select transfer_id, 'SHELF', business_ref, at, booked_at, actor_id from booked where total_minor <> 0),
            entry as (
                insert into entry (id, transfer_id, account_id, amount_minor, balance_after_minor, floor_at_minor,
                    account_version, booked_at)
                select b.entry_id + e.n, b.transfer_id, e.account_id, e.amount_minor, e.balance_after_minor, e.floor_at_minor,
                    e.account_version, b.booked_at
                from booked b cross join lateral (values
                    (0, b.account_id, -b.total_minor, b.balance_after_minor, b.floor_at_minor, b.account_version),
                    (1, ?, b.total_minor - b.vat_minor, null, null, null),
                    (2, b.vat_account_id, b.vat_minor, null, null, null))
                    e (n, account_id, amount_minor, balance_after_minor, floor_at_minor, account_version)
                where e.amount_minor <> 0),
            event as (
                insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id,
                    traceparent)
                select e.id, e.topic, e.aggregate_id::text, 1, e.type, e.payload, b.booked_at, b.actor_id, ?, ?
                from booked b cross join lateral (values
                    (b.made_id, 'kontor.ledger.shelf-purchase.v1', b.purchase_id, 'kontor.ledger.shelf-purchase-made.v1',
                        b.made),
                    (b.posted_id, 'kontor.ledger.transfer.v1', b.transfer_id, 'kontor.ledger.transfer-posted.v1',
                        b.posted_head || b.balance_after_minor || b.posted_tail))
                    e (id, topic, aggregate_id, type, payload)
                where e.payload is not null)
            """;

    private static final String CLAIM = """
            , claim as (
                insert into reply (caller, operation, key, fingerprint, status, body, at)
                select ?, ?, ?, ?, 200, a.head || case when a.tail = '' then '' else balance_minor || a.tail end, now()
                from debit cross join (values (?, ?)) a (head, tail))
            """;

    private static final String AUDIT = """
            , audited as (
                insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
                select actor_id, 'make-shelf-purchase', 'shelf-purchase', purchase_id::text, booked_at, ? from booked)
            """;

    String text() {
        return TEXTS.computeIfAbsent(this, PurchaseSql::write);
    }

    private static String write(PurchaseSql shape) {
        return LINES
                + String.join(", ", Collections.nCopies(shape.lines, LINE))
                + CHAIN
                + (shape.hasClaim ? CLAIM : "")
                + (shape.isAudited ? AUDIT : "")
                + "select balance_minor from debit";
    }
}
