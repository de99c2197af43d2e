package kontor.ledger.escrow;

import java.time.Instant;
import java.util.List;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals.Deal;
import kontor.testkit.TestDatabase;
import org.springframework.jdbc.core.RowMapper;

/** What the books say of the money of purchases. */
public record EscrowBooks(TestDatabase database, Shop shop) {

    /** What is in escrow. */
    public long held(Deal deal) {
        return one(
                "select balance_minor from account where kind = 'ESCROW' and owner = ?",
                (row, n) -> row.getLong(1),
                deal.key());
    }

    /** First answer to this request: empty = paid, else why not. */
    public String answerTo(Deal deal, long requestId) {
        return one(
                "select coalesce(code, '') from escrow_payment where purchase_id = ? and request_id = ?",
                (row, n) -> row.getString(1),
                deal.id(),
                requestId);
    }

    /** The same of an adjustment. */
    public String answerToAdjustment(Deal deal, long adjustmentId) {
        return one(
                "select coalesce(code, '') from escrow_adjustment where purchase_id = ? and adjustment_id = ?",
                (row, n) -> row.getString(1),
                deal.id(),
                adjustmentId);
    }

    /** Entries of a step, such as {@code BUYER -4398}. */
    List<String> posted(Deal deal, String step) {
        return shop.posted(reference(deal, step))
                .map(line -> line.replace("MEMBER " + deal.buyerId(), "BUYER")
                        .replace("MEMBER " + deal.sellerId(), "SELLER")
                        .replace("ESCROW " + deal.id(), "ESCROW")
                        .replace("  ", " "))
                .toList();
    }

    /** When a step was, and when it is booked. */
    List<Instant> times(Deal deal, String step) {
        return all(
                "select unnest(array[at, booked_at]) from transfer where business_ref = ?",
                (row, n) -> row.getTimestamp(1).toInstant(),
                reference(deal, step));
    }

    /** Limits that were checked by a step. */
    List<Long> floors(Deal deal, String step) {
        return all("""
                select e.floor_at_minor from transfer t join entry e on e.transfer_id = t.id
                where t.business_ref = ? and e.floor_at_minor is not null
                """, (row, n) -> row.getLong(1), reference(deal, step));
    }

    List<String> audits(Deal deal) {
        return shop.audits("escrow", deal.id());
    }

    private static String reference(Deal deal, String step) {
        return "market:%d:%s".formatted(deal.id(), step);
    }

    private <T> T one(String sql, RowMapper<T> mapper, Object... params) {
        return database.asOwner().sql(sql).params(params).query(mapper).single();
    }

    private <T> List<T> all(String sql, RowMapper<T> mapper, Object... params) {
        return database.asOwner().sql(sql).params(params).query(mapper).list();
    }
}
