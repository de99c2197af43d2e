package kontor.ledger.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one client did, by the rules as the page words them. */
final class Ledger {

    /** What the service has to answer: empty = done, else a problem code. */
    static final String DONE = "";

    static final String SAME = "already-in-state";

    final List<Account> accounts = new ArrayList<>();
    final List<Purchase> purchases = new ArrayList<>();
    final List<Deposit> deposits = new ArrayList<>();
    final List<Collection> collections = new ArrayList<>();
    final List<Stocktaking> stocktakings = new ArrayList<>();
    final List<Receivable> receivables = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();

    /** A member's account. */
    static final class Account {

        long credit;

        @Nullable
        Long limit;

        Account(long credit, @Nullable Long limit) {
            this.credit = credit;
            this.limit = limit;
        }

        /** L-3: only the result counts. */
        boolean bears(long cost) {
            return limit == null || credit - cost >= limit;
        }
    }

    /** Goods of one price. */
    record Good(long id, long net, long gross) {}

    /** A line of a cart. */
    static final class Purchase {

        final long id;
        final Account account;
        final Good good;
        final int amount;
        final boolean isByAdmin;
        final Instant at;
        boolean isRevoked;

        Purchase(long id, Account account, Good good, int amount, boolean isByAdmin, Instant at) {
            this.id = id;
            this.account = account;
            this.good = good;
            this.amount = amount;
            this.isByAdmin = isByAdmin;
            this.at = at;
            account.credit -= total();
        }

        long total() {
            return good.gross() * amount;
        }

        /** L-12, L-13. */
        String switchTo(boolean toRevoked, boolean byAdmin) {
            if (isRevoked == toRevoked) {
                return SAME;
            }
            if (isByAdmin && !byAdmin) {
                return "entered-by-admin";
            }
            if (!byAdmin && !toRevoked && !account.bears(total())) {
                return "insufficient-credit";
            }
            isRevoked = toRevoked;
            account.credit += toRevoked ? total() : -total();
            return DONE;
        }
    }

    /** Money paid in or out. */
    static final class Deposit {

        final long id;
        final Account account;
        final long amount;
        boolean isRevoked;

        Deposit(long id, Account account, long amount) {
            this.id = id;
            this.account = account;
            this.amount = amount;
            account.credit += amount;
        }

        /** L-15. */
        String switchTo(boolean toRevoked) {
            if (isRevoked == toRevoked) {
                return SAME;
            }
            isRevoked = toRevoked;
            account.credit += toRevoked ? -amount : amount;
            return DONE;
        }
    }

    /** A line of a collection. */
    static final class Line {

        final long id;
        final Good good;
        int amount;
        long total;
        boolean isRevoked;
        long version = 1;

        Line(long id, Good good, int amount, long total) {
            this.id = id;
            this.good = good;
            this.amount = amount;
            this.total = total;
        }
    }

    /** What a member brought. */
    static final class Collection {

        final long id;
        final Account seller;
        final Instant at;
        final List<Line> lines;
        boolean isRevoked;

        Collection(long id, Account seller, Instant at, List<Line> lines) {
            this.id = id;
            this.seller = seller;
            this.at = at;
            this.lines = lines;
            seller.credit += effective();
        }

        /** L-19. */
        long effective() {
            return isRevoked ? 0 : counting().mapToLong(line -> line.total).sum();
        }

        /** Lines that count while the collection does. */
        Stream<Line> counting() {
            return lines.stream().filter(line -> !line.isRevoked);
        }

        /** L-20, L-22. */
        String switchTo(boolean toRevoked) {
            if (isRevoked == toRevoked) {
                return SAME;
            }
            if (!toRevoked && counting().findAny().isEmpty()) {
                return "not-allowed-in-state";
            }
            return credited(() -> isRevoked = toRevoked);
        }

        /** L-21, L-22, L-23. */
        String switchLine(Line line, boolean toRevoked) {
            if (line.isRevoked == toRevoked) {
                return SAME;
            }
            return credited(() -> {
                boolean wasEmpty = counting().findAny().isEmpty();
                line.isRevoked = toRevoked;
                line.version++;
                boolean isEmpty = counting().findAny().isEmpty();
                isRevoked = toRevoked ? isRevoked || isEmpty : isRevoked && !wasEmpty;
            });
        }

        String edit(Line line, int amount, long total) {
            if (line.amount == amount && line.total == total) {
                return DONE;
            }
            return credited(() -> {
                line.amount = amount;
                line.total = total;
                line.version++;
            });
        }

        private String credited(Runnable change) {
            long before = effective();
            change.run();
            seller.credit += effective() - before;
            return DONE;
        }
    }

    /** Pieces by the order of the goods. */
    static final class Stocktaking {

        final long id;
        final Instant at;
        final int[] counts;
        boolean isRevoked;
        long version = 1;

        Stocktaking(long id, Instant at, int[] counts) {
            this.id = id;
            this.at = at;
            this.counts = counts.clone();
        }
    }
}
