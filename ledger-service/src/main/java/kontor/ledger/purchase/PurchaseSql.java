package kontor.ledger.purchase;

/**
 * The text of {@link PurchaseStatement}: a chain in which each part derives from the debit, so that a cart without
 * debit leaves nothing. Accounts are locked in id order; a group passes over those that somebody else holds.
 */
final class PurchaseSql {

    private static final String TEXT = """
        with cart as (
            select * from unnest(cast(? as uuid[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                    cast(? as bigint[]), cast(? as boolean[]), cast(? as timestamptz[]), cast(? as uuid[]),
                    cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as boolean[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]),
                    cast(? as text[]), cast(? as text[]))
                with ordinality c (buyer, member_version, cost_minor, steps, lines, is_by_admin, entered_at,
                    actor_id,
                    admin_id, via, terminal, correlation_id, traceparent, is_audited, caller, operation, key,
                    fingerprint, answer_head, answer_tail, no)),
        line as (
            select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                    cast(? as bigint[]), cast(? as timestamptz[]), cast(? as int[]), cast(? as bigint[]),
                    cast(? as numeric[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                    cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]),
                    cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as uuid[]),
                    cast(? as text[]),
                    cast(? as uuid[]), cast(? as text[]), cast(? as text[]))
                l (cart_no, purchase_id, cart_id, product_id, product_version, at, amount, unit_net_minor,
                    vat_percentage, unit_price_minor, total_minor, vat_minor, vat_account_id, later_minor, later_steps,
                    is_checked, transfer_id, entry_id, business_ref, made_id, made, posted_id, posted_head,
                    posted_tail)),
        held as (
            select id, owner from account
            where kind = 'MEMBER' and owner = any(array(select buyer::text from cart)) order by id {lock}),
        debit as (
            update account a set balance_minor = a.balance_minor - c.cost_minor, version = a.version + c.steps
            from cart c join held h on h.owner = c.buyer::text
            where a.id = h.id and (c.is_by_admin or a.floor_minor is null
                    or a.balance_minor - c.cost_minor >= a.floor_minor)
                and exists (select from known_member m where m.id = c.buyer and m.version = c.member_version)
                and (select count(*) from line l join known_product p on p.id = l.product_id
                    and p.version = l.product_version where l.cart_no = c.no) = c.lines
            returning c.no, a.id, a.balance_minor, a.floor_minor, a.version),
        booked as (
            select l.*, c.buyer, c.admin_id, c.via, c.terminal, c.entered_at as booked_at, c.actor_id,
                c.correlation_id, c.traceparent, c.is_audited, d.id as account_id,
                d.balance_minor + l.later_minor as balance_after_minor,
                case when l.is_checked then d.floor_minor end as floor_at_minor,
                d.version - l.later_steps as account_version
            from debit d join cart c on c.no = d.no join line l on l.cart_no = d.no),
        purchase as (
            insert into shelf_purchase (id, cart_id, at, entered_at, member_id, product_id, product_version,
                unit_net_minor, vat_percentage, unit_price_minor, amount, total_minor, admin_id, entered_via, terminal)
            select purchase_id, cart_id, at, booked_at, buyer, product_id, product_version, unit_net_minor,
                vat_percentage, unit_price_minor, amount, total_minor, admin_id, via, terminal from booked),
        transfer as (
            insert into transfer (id, kind, business_ref, at, booked_at, actor_id)
            select transfer_id, 'SHELF', business_ref, at, booked_at, actor_id from booked where total_minor <> 0),
        entry as (
            insert into entry (id, transfer_id, account_id, amount_minor, balance_after_minor, floor_at_minor,
                account_version, booked_at)
            select b.entry_id + e.n, b.transfer_id, e.account_id, e.amount_minor, e.balance_after_minor,
                e.floor_at_minor, e.account_version, b.booked_at
            from booked b cross join lateral (values
                (0, b.account_id, -b.total_minor, b.balance_after_minor, b.floor_at_minor, b.account_version),
                (1, ?, b.total_minor - b.vat_minor, null, null, null),
                (2, b.vat_account_id, b.vat_minor, null, null, null))
                e (n, account_id, amount_minor, balance_after_minor, floor_at_minor, account_version)
            where e.amount_minor <> 0),
        event as (
            insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id,
                traceparent)
            select e.id, e.topic, e.aggregate_id::text, 1, e.type, e.payload, b.booked_at, b.actor_id,
                b.correlation_id, b.traceparent
            from booked b cross join lateral (values
                (b.made_id, 'kontor.ledger.shelf-purchase.v1', b.purchase_id,
                    'kontor.ledger.shelf-purchase-made.v1', b.made),
                (b.posted_id, 'kontor.ledger.transfer.v1', b.transfer_id, 'kontor.ledger.transfer-posted.v1',
                    b.posted_head || b.balance_after_minor || b.posted_tail))
                e (id, topic, aggregate_id, type, payload)
            where e.payload is not null),
        claim as (
            insert into reply (caller, operation, key, fingerprint, status, body, at)
            select c.caller, c.operation, c.key, c.fingerprint, 200, c.answer_head
                || case when c.answer_tail = '' then '' else d.balance_minor || c.answer_tail end, now()
            from debit d join cart c on c.no = d.no where c.key is not null),
        audited as (
            insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
            select actor_id, 'make-shelf-purchase', 'shelf-purchase', purchase_id::text, booked_at, correlation_id
            from booked where is_audited)
        select no, balance_minor from debit
        """;

    /** For one request: waits for its accounts. */
    static final String WAITING = TEXT.replace("{lock}", "for update");

    /** For a group: nobody in it waits for the account of another. */
    static final String PASSING = TEXT.replace("{lock}", "for update skip locked");

    private PurchaseSql() {}
}
