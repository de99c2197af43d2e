package kontor.reporting.retail;

import java.util.Map;
import java.util.TreeMap;
import kontor.reporting.ledger.Posted;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it stands, with the document that cancels it.
 *
 * @param issued null as long as only others speak of it
 * @param prints copies by day
 * @param bookedMinor sum of its entries by account
 * @param back pieces that came back because it was cancelled, by item of the order
 */
public record Invoice(
        @Nullable Issued issued,
        boolean imported,
        @Nullable Cancelled cancelled,
        Map<String, Long> prints,
        Map<String, Long> bookedMinor,
        Map<Long, Long> back) {

    static final Invoice UNKNOWN = new Invoice(null, false, null, Map.of(), Map.of(), Map.of());

    Invoice issued(Issued now, boolean taken) {
        return new Invoice(now, taken, cancelled, prints, bookedMinor, back);
    }

    Invoice cancelled(Cancelled by) {
        return new Invoice(issued, imported, by, prints, bookedMinor, back);
    }

    Invoice printed(String day) {
        Map<String, Long> more = new TreeMap<>(prints);
        more.merge(day, 1L, Math::addExact);
        return new Invoice(issued, imported, cancelled, more, bookedMinor, back);
    }

    Invoice posted(Posted posted) {
        Map<String, Long> more = new TreeMap<>(bookedMinor);
        posted.entries()
                .forEach(entry ->
                        more.merge(entry.accountKind() + " " + entry.owner(), entry.amountMinor(), Math::addExact));
        return new Invoice(issued, imported, cancelled, prints, more, back);
    }

    Invoice back(long item, long pieces) {
        Map<Long, Long> more = new TreeMap<>(back);
        more.merge(item, pieces, Math::addExact);
        return new Invoice(issued, imported, cancelled, prints, bookedMinor, more);
    }

    /** What its transfers add up to on accounts of a kind. */
    long on(String accountKind) {
        return bookedMinor.entrySet().stream()
                .filter(account -> account.getKey().startsWith(accountKind + " "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
