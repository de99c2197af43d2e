package kontor.ledger.purchase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.ledger.account.IdBlocks;
import kontor.ledger.account.InsufficientCredit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Books carts: one buyer by one statement and no more, in a group with others; several buyers by one for them all. */
@Component
class Till {

    private final JdbcClient jdbc;
    private final PurchaseStatement statement;
    private final GroupPosting groups;
    private final ShelfPurchaseEvents events;
    private final TransactionTemplate transactions;
    private final IdBlocks cartIds;
    private final IdBlocks purchaseIds;
    private final IdBlocks transferIds;
    private final IdBlocks entryIds;

    Till(
            JdbcClient jdbc,
            PurchaseStatement statement,
            GroupPosting groups,
            ShelfPurchaseEvents events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.statement = statement;
        this.groups = groups;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.cartIds = new IdBlocks(jdbc, "shelf_cart_seq");
        this.purchaseIds = new IdBlocks(jdbc, "shelf_purchase_seq");
        this.transferIds = new IdBlocks(jdbc, "transfer_seq");
        this.entryIds = new IdBlocks(jdbc, "entry_seq");
    }

    /** Empty if nothing was booked: the limit, something outdated, or the key is taken. */
    Optional<PurchaseReceipt> book(MakePurchase command, Pricing.Cart cart) {
        try {
            Optional<PurchaseReceipt> receipt = bookOnce(command, cart);
            receipt.ifPresent(ignored -> events.left());
            return receipt;
        } catch (DuplicateKeyException taken) {
            if (String.valueOf(taken.getMessage()).contains("reply_key")) {
                return Optional.empty();
            }
            throw taken;
        }
    }

    private Optional<PurchaseReceipt> bookOnce(MakePurchase command, Pricing.Cart cart) {
        long cartId = cartIds.next(1);
        List<List<BookedLine>> parts = cart.byBuyer().values().stream()
                .map(lines -> lines.stream()
                        .map(line -> BookedLine.of(line, command.entry(), cart.enteredAt(), idsOf(cartId)))
                        .toList())
                .toList();
        return parts.size() == 1
                ? bookOne(command, cartId, parts.getFirst())
                : Optional.ofNullable(transactions.execute(status -> {
                    Optional<PurchaseReceipt> receipt = bookTogether(command, cartId, parts);
                    if (receipt.isEmpty()) {
                        status.setRollbackOnly();
                    }
                    return receipt.orElse(null);
                }));
    }

    private Optional<PurchaseReceipt> bookOne(MakePurchase command, long cartId, List<BookedLine> lines) {
        BookedLine.Spliced answer = BookedLine.Spliced.of(receipt(cartId, lines, BookedLine.Spliced.HOLE));
        BookedCart cart = BookedCart.of(lines, command.entry(), new BookedCart.Claim(command.request(), answer));
        return groups.book(cart)
                .or(() -> alone(List.of(cart)).map(List::getFirst))
                .map(credit -> receipt(cartId, lines, credit));
    }

    private Optional<PurchaseReceipt> bookTogether(MakePurchase command, long cartId, List<List<BookedLine>> parts) {
        PurchaseReceipt receipt =
                receipt(cartId, parts.stream().flatMap(List::stream).toList(), null);
        List<BookedCart> carts = new ArrayList<>();
        for (List<BookedLine> part : parts) {
            BookedCart.@Nullable Claim claim =
                    carts.isEmpty() ? new BookedCart.Claim(command.request(), BookedLine.Spliced.of(receipt)) : null;
            carts.add(BookedCart.of(part, command.entry(), claim));
        }
        return alone(carts).map(balances -> receipt);
    }

    /** Balances of all buyers; empty if one of the carts was not booked. */
    private Optional<List<Long>> alone(List<BookedCart> carts) {
        Collection<Long> balances = statement.run(PurchaseSql.WAITING, carts).values();
        return balances.size() == carts.size() ? Optional.of(List.copyOf(balances)) : Optional.empty();
    }

    /** Refuses if the result would lie below the floor of a buyer (L-3); admins are not checked (L-8). */
    void requireCredit(MakePurchase command, Pricing.Cart cart) {
        if (!command.entry().isByAdmin()) {
            for (Map.Entry<UUID, List<PricedLine>> part : cart.byBuyer().entrySet()) {
                requireCredit(part.getKey(), Pricing.Cart.cost(part.getValue()).minor());
            }
        }
    }

    private void requireCredit(UUID buyer, long costMinor) {
        boolean isShort = jdbc.sql("""
                        select balance_minor - ? < floor_minor from account where kind = 'MEMBER' and owner = ?
                        """)
                .params(costMinor, buyer.toString())
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElse(false);
        if (isShort) {
            throw new InsufficientCredit();
        }
    }

    private BookedLine.Ids idsOf(long cartId) {
        return new BookedLine.Ids(cartId, purchaseIds.next(1), transferIds.next(1), entryIds.next(3));
    }

    /** The purchases in the order of the request. */
    private static PurchaseReceipt receipt(long cartId, List<BookedLine> lines, @Nullable Long creditAfterMinor) {
        List<PurchaseView> views = lines.stream()
                .sorted(Comparator.comparingInt(line -> line.priced().line().index()))
                .map(BookedLine::view)
                .toList();
        return new PurchaseReceipt(cartId, views, creditAfterMinor);
    }
}
