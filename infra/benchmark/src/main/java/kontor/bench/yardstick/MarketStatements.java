package kontor.bench.yardstick;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.IntFunction;
import kontor.bench.yardstick.MarketTables.Buyer;

/**
 * All rows of a purchase by one prepared statement and all of its payment by another, which commit themselves: two
 * trips to the server, as the buyer makes two. They take the piece if there is one, the total if there is credit, and
 * tell the same facts.
 */
final class MarketStatements implements Deed {

    private static final long TOTAL = 4_398;

    private static final String BUY = """
        with taken as (
            update catalog.listing set reserved = reserved + 1, version = version + 1
            where id = ? and status = 'ACTIVE' and quantity - reserved >= 1
            returning id, seller_id, title, unit_price_minor, weight_g, version, ship_from_name, ship_from_street,
                ship_from_zip_code, ship_from_city, ship_from_country
        ), go as (
            select taken.*, ?::bigint as purchase, ?::uuid as buyer, ?::text as number from taken
        ), placed as (
            insert into market_purchase (id, buyer_id, seller_id, placed_by, placed_by_admin, packaging_id,
                shipping_tariff_id, tracked, fee_model_id, ship_from_name, ship_from_street, ship_from_zip_code,
                ship_from_city, ship_from_country, ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city,
                ship_to_country, goods_minor, fees_minor, shipping_minor, total_minor, status, asked_at, submitted_at,
                opened_at, version, fact_version)
            select purchase, buyer, seller_id, buyer, false, 1, 1, false, 1, ship_from_name, ship_from_street,
                ship_from_zip_code, ship_from_city, ship_from_country, 'Bench 001', 'Bench street 1', '1117',
                'Budapest', 'HU', 3690, 168, 540, {total}, 'O', now(), now(), now(), 2, 2
            from go
        ), line as (
            insert into market_purchase_line (id, purchase_id, line_no, listing_id, title, quantity, unit_price_minor,
                weight_g, listing_version)
            select purchase, purchase, 1, id, title, 1, unit_price_minor, weight_g, version from go
        ), logged as (
            insert into purchase_log (purchase_id, actor_id, action, detail, at)
            select purchase, buyer, 'C', 'PENDING -> OPEN', now() from go
        ), promised as (
            insert into catalog.deal (purchase_id, accepted, answer, answered_at, version)
            select purchase, true, ?, now(), 1 from go
        ), held as (
            insert into catalog.listing_reservation (id, listing_id, purchase_id, quantity, state, changed_at)
            select purchase, id, purchase, 1, 'HELD', now() from go
        ), answered as (
            insert into reply (caller, operation, key, fingerprint, status, body, at)
            select buyer::text, 'POST /api/v1/market-purchases', number, {fingerprint}, 201, ?, now() from go
        ), told as (
            insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id)
            select event.id, event.topic, coalesce(event.prefix || go.purchase, go.id::text),
                coalesce(event.version, go.version), event.type, event.payload, now(), go.buyer, go.number
            from go, (values
                (?::uuid, 'kontor.order.market-purchase.v1', '', 1, 'kontor.order.purchase-submitted.v1', ?),
                (?::uuid, 'kontor.catalog.reservation.v1', 'purchase:', 1, 'kontor.catalog.listing-reserved.v1', ?),
                (?::uuid, 'kontor.catalog.listing.v1', null, null, 'kontor.catalog.listing-changed.v1', ?),
                (?::uuid, 'kontor.catalog.listings.v1', null, null, 'kontor.catalog.listings.state.v1', ?),
                (?::uuid, 'kontor.order.market-purchase.v1', '', 2, 'kontor.order.purchase-opened.v1', ?))
                as event (id, topic, prefix, version, type, payload)
        )
        select purchase from go
        """;

    private static final String PAY = """
        with debit as (
            update ledger.account set balance_minor = balance_minor - {total}, version = version + 1
            where id = ? and balance_minor - {total} >= floor_minor
            returning id, balance_minor, floor_minor, version
        ), paid as (
            update market_purchase set status = 'P', paid_at = now(), version = market_purchase.version + 2,
                fact_version = 4
            from debit where market_purchase.id = ? and status = 'O'
            returning market_purchase.id as purchase, buyer_id as buyer, seller_id
        ), go as (
            select paid.*, debit.*, ?::text as number from paid, debit
        ), asked as (
            insert into purchase_payment (id, purchase_id, external, requested_by, privileged, at, state)
            select purchase, purchase, false, buyer, false, now(), 'FUNDED' from go
        ), logged as (
            insert into purchase_log (purchase_id, actor_id, action, detail, at)
            select purchase, buyer, 'P', 'OPEN -> PAID', now() from go
        ), opened as (
            insert into ledger.account (id, kind, owner, currency, balance_minor, floor_minor, version)
            select {first escrow account} + purchase, 'ESCROW', purchase::text, 'EUR', {total}, 0, 1 from go
        ), kept as (
            insert into ledger.escrow (purchase_id, buyer_id, seller_id, total_minor, paid_minor, status, version)
            select purchase, buyer, seller_id, {total}, {total}, 'FUNDED', 1 from go
        ), decided as (
            insert into ledger.escrow_payment (purchase_id, request_id, at) select purchase, purchase, now() from go
        ), moved as (
            insert into ledger.transfer (id, kind, business_ref, at, booked_at, actor_id)
            select purchase, 'MARKET_PAY', 'market:' || purchase || ':pay', now(), now(), buyer from go
        ), booked as (
            insert into ledger.entry (id, transfer_id, account_id, amount_minor, balance_after_minor, floor_at_minor,
                account_version, booked_at)
            select line.id, go.purchase, line.account, line.amount, line.balance, line.floor, line.version, now()
            from go, lateral (values
                (2 * go.purchase, go.id, -{total}, go.balance_minor, go.floor_minor, go.version),
                (2 * go.purchase + 1, {first escrow account} + go.purchase, {total}, {total}, null, 1))
                as line (id, account, amount, balance, floor, version)
        ), answered as (
            insert into reply (caller, operation, key, fingerprint, status, body, at)
            select buyer::text, 'POST /api/v1/market-purchases/' || purchase || '/payment', number, {fingerprint}, 200,
                ?, now()
            from go
        ), told as (
            insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id)
            select event.id, event.topic, event.prefix || go.purchase, event.version, event.type, event.payload, now(),
                go.buyer, go.number
            from go, (values
                (?::uuid, 'kontor.order.market-purchase.v1', '', 3, 'kontor.order.purchase-payment-requested.v1', ?),
                (?::uuid, 'kontor.ledger.escrow.v1', '', 1, 'kontor.ledger.escrow-funded.v1', ?),
                (?::uuid, 'kontor.ledger.transfer.v1', 'market:', 1, 'kontor.ledger.transfer-posted.v1', ?),
                (?::uuid, 'kontor.order.market-purchase.v1', '', 4, 'kontor.order.purchase-paid.v1', ?))
                as event (id, topic, prefix, version, type, payload)
        )
        select purchase from go
        """;

    /** Above the accounts of the members. */
    private static final String FIRST_ESCROW_ACCOUNT = "1000000000";

    private static final String FINGERPRINT = "'%s'".formatted("0123456789abcdef".repeat(4));

    private final PreparedStatement buying;
    private final PreparedStatement paying;
    private final ScratchDatabase database;
    private final IntFunction<Buyer> buyers;
    private final int worker;
    private final String submitted = Examples.of("order/purchase-submitted");
    private final String reserved = Examples.of("catalog/listing-reserved");
    private final String changed = Examples.of("catalog/listing-changed");
    private final String listing = Examples.of("catalog/listings.state");
    private final String opened = Examples.of("order/purchase-opened");
    private final String requested = Examples.of("order/purchase-payment-requested");
    private final String funded = Examples.of("ledger/escrow-funded");
    private final String posted = Examples.of("ledger/transfer-posted");
    private final String paid = Examples.of("order/purchase-paid");

    /** @param buyers gives the worker's own by his turn */
    MarketStatements(Connection connection, ScratchDatabase database, IntFunction<Buyer> buyers, int worker)
            throws SQLException {
        this.database = database;
        this.buyers = buyers;
        this.worker = worker;
        this.buying = connection.prepareStatement(whole(BUY));
        this.paying = connection.prepareStatement(whole(PAY));
    }

    private static String whole(String sql) {
        return sql.replace("{total}", Long.toString(TOTAL))
                .replace("{first escrow account}", FIRST_ESCROW_ACCOUNT)
                .replace("{fingerprint}", FINGERPRINT);
    }

    /** Whether there was a piece, and the money for it. */
    @Override
    public boolean happens(int turn) throws SQLException {
        long number = database.nextNumber();
        Buyer buyer = buyers.apply(turn);
        String key = "bench-" + number;
        return isDone(
                        buying,
                        MarketTables.listing(worker, turn),
                        number,
                        buyer.member(),
                        key,
                        reserved,
                        opened,
                        UUID.randomUUID(),
                        submitted,
                        UUID.randomUUID(),
                        reserved,
                        UUID.randomUUID(),
                        changed,
                        UUID.randomUUID(),
                        listing,
                        UUID.randomUUID(),
                        opened)
                && isDone(
                        paying,
                        buyer.account(),
                        number,
                        key,
                        paid,
                        UUID.randomUUID(),
                        requested,
                        UUID.randomUUID(),
                        funded,
                        UUID.randomUUID(),
                        posted,
                        UUID.randomUUID(),
                        paid);
    }

    private static boolean isDone(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void close() throws SQLException {
        buying.close();
        paying.close();
    }
}
