package kontor.ledger.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.AccountKind;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.TransferKind;
import kontor.ledger.account.TransferPosted;
import kontor.ledger.product.Price;
import kontor.platform.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/** A priced line with the ids it is booked under, and what it says of itself. */
record BookedLine(PricedLine priced, PurchaseView view, long transferId, long firstEntryId) {

    static BookedLine of(PricedLine priced, MakePurchase.Entry entry, Instant enteredAt, Ids ids) {
        Price price = priced.product().price();
        PurchaseView view = new PurchaseView(
                ids.purchaseId(),
                ids.cartId(),
                priced.at(),
                enteredAt,
                priced.member().memberId(),
                priced.product().id(),
                priced.product().version(),
                priced.line().amount(),
                price.netMinor(),
                price.vatPercentage(),
                price.grossMinor(),
                priced.total().minor(),
                entry.adminId(),
                entry.via(),
                entry.terminal(),
                false,
                null,
                null,
                1);
        return new BookedLine(priced, view, ids.transferId(), ids.firstEntryId());
    }

    /** Ids of one line. */
    record Ids(long cartId, long purchaseId, long transferId, long firstEntryId) {}

    /** A line worth 0 moves no money (L-1). */
    boolean isPosted() {
        return !priced.total().isZero();
    }

    UUID buyer() {
        return view.memberId();
    }

    String reference() {
        return "shelf:" + view.id() + ":1";
    }

    ShelfPurchaseMade made() {
        return ShelfPurchaseMade.of(view);
    }

    /** Null where nothing is posted; the balance is a hole that the database fills. */
    @Nullable
    Spliced posted() {
        if (!isPosted()) {
            return null;
        }
        List<TransferPosted.Entry> entries = List.of(
                new TransferPosted.Entry(
                        AccountKind.MEMBER,
                        view.memberId().toString(),
                        -priced.total().minor(),
                        Spliced.HOLE),
                of(CommunityAccount.SHELF_SALES, priced.net().minor()),
                of(
                        CommunityAccount.vatPayable(view.vatPercentage()),
                        priced.vat().minor()));
        return Spliced.of(new TransferPosted(
                transferId,
                TransferKind.SHELF,
                reference(),
                null,
                view.at(),
                view.enteredAt(),
                entries.stream().filter(entry -> entry.amountMinor() != 0).toList()));
    }

    private static TransferPosted.Entry of(CommunityAccount account, long amountMinor) {
        return new TransferPosted.Entry(account.kind(), account.owner(), amountMinor, null);
    }

    /** JSON with one number that only the database knows: the balance after the debit, put between head and tail. */
    record Spliced(String head, String tail) {

        /** Stands for the number while the JSON is written; no amount comes near it. */
        static final long HOLE = Long.MIN_VALUE;

        private static final String MARK = Long.toString(HOLE);

        static Spliced of(Object json) {
            String text = EventJson.write(json);
            int at = text.indexOf(MARK);
            return at < 0
                    ? new Spliced(text, "")
                    : new Spliced(text.substring(0, at), text.substring(at + MARK.length()));
        }

        boolean isWhole() {
            return tail.isEmpty();
        }
    }
}
