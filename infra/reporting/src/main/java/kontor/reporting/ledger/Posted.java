package kontor.reporting.ledger;

import java.time.Instant;
import java.util.List;

/** What is used of TransferPosted: entries above zero are credits, in minor units. */
public record Posted(String businessRef, Instant bookedAt, List<Entry> entries) {

    public static final String TOPIC = "kontor.ledger.transfer.v1";

    /** One side of it; the owner is a member, purchase, customer, VAT percentage, or empty. */
    public record Entry(String accountKind, String owner, long amountMinor) {}

    /** The sum on accounts of a kind. */
    public long on(String accountKind) {
        return entries.stream()
                .filter(entry -> entry.accountKind().equals(accountKind))
                .mapToLong(Entry::amountMinor)
                .sum();
    }

    /** The id behind such a word, as in {@code shelf:4711:1}; none if the reference is of another kind. */
    public List<String> idAfter(String word) {
        String[] parts = businessRef.split(":", -1);
        return parts.length > 1 && parts[0].equals(word) ? List.of(parts[1]) : List.of();
    }
}
