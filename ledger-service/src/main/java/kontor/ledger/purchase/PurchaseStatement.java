package kontor.ledger.purchase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.CommunityAccounts;
import kontor.platform.messaging.EventIds;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carts as one SQL statement: for each buyer the debit if the limit allows and nothing was outdated, purchases,
 * transfers, entries, events, and the claim of the idempotency key with the answer. A racing twin breaks the key of
 * {@code reply} and with it the whole statement. No two carts have the same buyer.
 */
@Component
class PurchaseStatement {

    private static final String PURCHASES = "kontor.ledger.shelf-purchase.v1";
    private static final String TRANSFERS = "kontor.ledger.transfer.v1";

    private final JdbcClient jdbc;
    private final CommunityAccounts accounts;

    PurchaseStatement(JdbcClient jdbc, CommunityAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Balances of the buyers afterwards, by the carts' places in the list; a cart that is missing was not booked. */
    Map<Integer, Long> run(String sql, List<BookedCart> carts) {
        Map<Integer, Long> balances = new HashMap<>();
        jdbc.sql(sql)
                .params(values(carts))
                .query((row, n) -> balances.put(row.getInt(1) - 1, row.getLong(2)))
                .list();
        return balances;
    }

    private List<Object> values(List<BookedCart> carts) {
        List<Object> values = new ArrayList<>();
        addCarts(values, carts);
        addLines(values, lines(carts));
        values.add(accounts.idOf(CommunityAccount.SHELF_SALES));
        return values;
    }

    private static void addCarts(List<Object> values, List<BookedCart> carts) {
        values.add(SqlValues.texts(carts, BookedCart::buyerId));
        values.add(longs(carts, cart -> cart.buyer().version()));
        values.add(longs(carts, BookedCart::costMinor));
        values.add(longs(carts, BookedCart::steps));
        values.add(longs(carts, cart -> (long) cart.lines().size()));
        values.add(SqlValues.texts(carts, cart -> cart.entry().isByAdmin()));
        values.add(SqlValues.texts(carts, cart -> cart.lines().getFirst().view().enteredAt()));
        values.add(SqlValues.texts(carts, cart -> cart.entry().actorId()));
        values.add(SqlValues.texts(carts, cart -> cart.entry().adminId()));
        values.add(SqlValues.texts(carts, cart -> cart.entry().via()));
        values.add(SqlValues.texts(carts, cart -> cart.entry().terminal()));
        values.add(SqlValues.texts(carts, BookedCart::correlationId));
        values.add(SqlValues.texts(carts, BookedCart::traceparent));
        values.add(SqlValues.texts(carts, BookedCart::isAudited));
        values.add(claims(carts, claim -> claim.key().caller()));
        values.add(claims(carts, claim -> claim.key().operation()));
        values.add(claims(carts, claim -> claim.key().key()));
        values.add(claims(carts, claim -> claim.key().fingerprint()));
        values.add(claims(carts, claim -> claim.answer().head()));
        values.add(claims(carts, claim -> claim.answer().tail()));
    }

    private void addLines(List<Object> values, List<PlacedLine> lines) {
        values.add(longs(lines, PlacedLine::cartNo));
        values.add(longs(lines, line -> line.view().id()));
        values.add(longs(lines, line -> line.view().cartId()));
        values.add(longs(lines, line -> line.view().productId()));
        values.add(longs(lines, line -> line.view().productVersion()));
        values.add(SqlValues.texts(lines, line -> line.view().at()));
        values.add(SqlValues.texts(lines, line -> line.view().amount()));
        values.add(longs(lines, line -> line.view().unitNetMinor()));
        values.add(SqlValues.texts(lines, line -> line.view().vatPercentage()));
        values.add(longs(lines, line -> line.view().unitPriceMinor()));
        values.add(longs(lines, line -> line.view().totalMinor()));
        values.add(longs(lines, line -> line.booked().priced().vat().minor()));
        values.add(longs(
                lines,
                line -> accounts.idOf(CommunityAccount.vatPayable(line.view().vatPercentage()))));
        values.add(longs(lines, PlacedLine::laterMinor));
        values.add(longs(lines, PlacedLine::laterSteps));
        values.add(SqlValues.texts(lines, PlacedLine::isChecked));
        values.add(longs(lines, line -> line.booked().transferId()));
        values.add(longs(lines, line -> line.booked().firstEntryId()));
        values.add(SqlValues.texts(lines, line -> line.booked().reference()));
        values.add(SqlValues.texts(
                lines,
                line -> EventIds.of(
                        PURCHASES, "" + line.view().id(), 1, line.view().enteredAt())));
        values.add(SqlValues.texts(lines, line -> EventJson.write(line.booked().made())));
        values.add(SqlValues.texts(
                lines,
                line -> EventIds.of(
                        TRANSFERS,
                        "" + line.booked().transferId(),
                        1,
                        line.view().enteredAt())));
        List<BookedLine.@Nullable Spliced> posted = new ArrayList<>();
        lines.forEach(line -> posted.add(line.booked().posted()));
        values.add(SqlValues.texts(posted, json -> json == null ? null : json.head()));
        values.add(SqlValues.texts(posted, json -> json == null ? null : json.tail()));
    }

    /**
     * A line within its cart.
     *
     * @param laterMinor cost of the postings that follow
     * @param laterSteps number of the postings that follow
     * @param isChecked the limit was checked on the last balance, so the last entry shows the floor
     */
    private record PlacedLine(long cartNo, BookedLine booked, long laterMinor, long laterSteps, boolean isChecked) {

        PurchaseView view() {
            return booked.view();
        }
    }

    private static List<PlacedLine> lines(List<BookedCart> carts) {
        List<PlacedLine> lines = new ArrayList<>();
        for (int i = 0; i < carts.size(); i++) {
            BookedCart cart = carts.get(i);
            long later = cart.costMinor();
            long laterSteps = cart.steps();
            for (BookedLine line : cart.lines()) {
                later -= line.view().totalMinor();
                laterSteps -= line.isPosted() ? 1 : 0;
                boolean isChecked = !cart.entry().isByAdmin() && line.isPosted() && laterSteps == 0;
                lines.add(new PlacedLine(i + 1L, line, later, laterSteps, isChecked));
            }
        }
        return lines;
    }

    private static @Nullable String[] claims(
            List<BookedCart> carts, Function<BookedCart.Claim, @Nullable String> column) {
        List<BookedCart.@Nullable Claim> claims = new ArrayList<>();
        carts.forEach(cart -> claims.add(cart.claim()));
        return SqlValues.texts(claims, claim -> claim == null ? null : column.apply(claim));
    }

    private static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
        Long[] longs = new Long[rows.size()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = column.apply(rows.get(i));
        }
        return longs;
    }
}
