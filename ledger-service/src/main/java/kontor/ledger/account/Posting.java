package kontor.ledger.account;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shall be booked: a row of the posting matrix. Lines of 0 are checked but not booked, so a fact worth 0 posts
 * nothing (L-1, L-3).
 *
 * @param businessRef unique with the kind, so that no fact is posted twice (L-2)
 * @param at time of the fact
 * @param bookedAt time of the booking
 * @param reverses business reference of the transfer that this one takes back
 */
public record Posting(
        TransferKind kind,
        String businessRef,
        Instant at,
        Instant bookedAt,
        @Nullable String reverses,
        List<Line> lines) {

    /**
     * One line: a credit if above zero.
     *
     * @param isChecked whether the floor of its account counts (L-4)
     */
    public record Line(Party party, Money amount, boolean isChecked) {

        Line(Party party, Money amount) {
            this(party, amount, false);
        }
    }

    public static Posting of(TransferKind kind, String businessRef, Instant at, Instant bookedAt) {
        return new Posting(kind, businessRef, at, bookedAt, null, List.of());
    }

    public Posting credit(Party party, Money amount) {
        List<Line> longer = Stream.concat(lines.stream(), Stream.of(new Line(party, amount)))
                .toList();
        return new Posting(kind, businessRef, at, bookedAt, reverses, longer);
    }

    public Posting debit(Party party, Money amount) {
        return credit(party, amount.negated());
    }

    /** The same, of another time: what was switched elsewhere is a fact of its own there. */
    public Posting dated(Instant time) {
        return new Posting(kind, businessRef, time, bookedAt, reverses, lines);
    }

    public Posting reversing(String otherRef) {
        return new Posting(kind, businessRef, at, bookedAt, otherRef, lines);
    }

    /** Checks the floor of this account: only the result of its line counts (L-3). */
    public Posting withinLimitOf(LockedAccount account) {
        List<Line> checked = lines.stream()
                .map(line -> line.party().equals(account) ? new Line(account, line.amount(), true) : line)
                .toList();
        return new Posting(kind, businessRef, at, bookedAt, reverses, checked);
    }

    /** The same with turned signs. */
    public Posting turned() {
        List<Line> turned = lines.stream()
                .map(line -> new Line(line.party(), line.amount().negated(), line.isChecked()))
                .toList();
        return new Posting(kind, businessRef, at, bookedAt, reverses, turned);
    }
}
