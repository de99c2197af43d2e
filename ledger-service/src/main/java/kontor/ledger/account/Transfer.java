package kontor.ledger.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is booked: immutable, two entries or more, none of 0, in sum 0 (L-1). */
record Transfer(long id, Posting posting, @Nullable Long reversesId, List<Entry> entries) {

    Transfer {
        entries = List.copyOf(entries);
        long sum = entries.stream().mapToLong(Entry::amountMinor).sum();
        boolean isBalanced =
                entries.size() >= 2 && sum == 0 && entries.stream().allMatch(entry -> entry.amountMinor() != 0);
        if (!isBalanced) {
            throw new IllegalStateException("Not balanced: " + posting.businessRef());
        }
    }

    TransferPosted posted() {
        return new TransferPosted(
                id,
                posting.kind(),
                posting.businessRef(),
                reversesId,
                posting.at(),
                posting.bookedAt(),
                entries.stream()
                        .map(e -> new TransferPosted.Entry(e.kind(), e.owner(), e.amountMinor(), e.balanceMinor()))
                        .toList());
    }
}
