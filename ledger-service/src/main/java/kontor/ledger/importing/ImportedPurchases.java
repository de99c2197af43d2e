package kontor.ledger.importing;

import java.math.BigDecimal;
import java.util.List;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.IdBlocks;
import kontor.ledger.account.Journal;
import kontor.ledger.account.Money;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.TakeOver;
import kontor.ledger.purchase.EnteredVia;
import kontor.ledger.purchase.PurchaseView;
import kontor.ledger.purchase.ShelfPurchaseMade;
import kontor.platform.messaging.Origin;
import kontor.platform.store.SqlValues;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books purchases of another shop: many rows by one statement, in the shape that the till gives them (G-42). */
@Component
class ImportedPurchases {

    /** The price was that of the other shop, whatever a version of the product says here. */
    private static final long NO_VERSION = 0;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final IdBlocks cartIds;
    private final IdBlocks purchaseIds;

    ImportedPurchases(JdbcClient jdbc, Journal journal, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.cartIds = new IdBlocks(jdbc, "shelf_cart_seq");
        this.purchaseIds = new IdBlocks(jdbc, "shelf_purchase_seq");
    }

    /** As it will be booked: a cart of its own, without VAT, entered when it was made. */
    PurchaseView priced(CommunityFact.Bought fact, String source) {
        Money total = new Money(fact.unitPriceMinor()).times(fact.amount());
        return new PurchaseView(
                purchaseIds.next(1),
                cartIds.next(1),
                fact.at(),
                fact.at(),
                fact.memberId(),
                fact.productId(),
                NO_VERSION,
                fact.amount(),
                fact.unitPriceMinor(),
                BigDecimal.ZERO,
                fact.unitPriceMinor(),
                total.minor(),
                fact.byAdminId(),
                fact.byAdminId() == null ? EnteredVia.SELF : EnteredVia.ADMIN,
                null,
                false,
                source,
                fact.externalId(),
                1);
    }

    void book(List<PurchaseView> purchases, TakeOver over) {
        insert(purchases, over);
        for (PurchaseView purchase : purchases) {
            Origin.imported(purchase.at());
            events.publishEvent(ShelfPurchaseMade.of(purchase));
        }
        journal.post(purchases.stream().map(purchase -> posting(purchase, over)).toList());
    }

    private static Posting posting(PurchaseView purchase, TakeOver over) {
        Money total = new Money(purchase.totalMinor());
        return Posting.of(TransferKind.SHELF, "shelf:%d:1".formatted(purchase.id()), purchase.at(), over.bookedAt())
                .debit(over.accounts().of(purchase.memberId()), total)
                .credit(CommunityAccount.SHELF_SALES, total);
    }

    private void insert(List<PurchaseView> purchases, TakeOver over) {
        Origin origin = Origin.current();
        jdbc.sql("""
                        with booked as (
                            insert into shelf_purchase (id, cart_id, at, entered_at, member_id, product_id,
                                product_version, unit_net_minor, vat_percentage, unit_price_minor, amount, total_minor,
                                admin_id, entered_via, external_source, external_id)
                            select id, cart_id, at, at, member_id, product_id, version, price, 0, price, amount, total,
                                admin_id, via, source, external_id
                            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as timestamptz[]),
                                cast(? as uuid[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
                                cast(? as int[]), cast(? as bigint[]), cast(? as uuid[]), cast(? as text[]),
                                cast(? as text[]), cast(? as text[]))
                                p (id, cart_id, at, member_id, product_id, version, price, amount, total, admin_id, via,
                                    source, external_id)
                            returning id)
                        insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
                        select cast(? as uuid), 'import-shelf-purchase', 'shelf-purchase', cast(id as text),
                            cast(? as timestamptz), cast(? as text)
                        from booked order by id
                        """)
                .params(SqlValues.of(
                        SqlValues.texts(purchases, PurchaseView::id),
                        SqlValues.texts(purchases, PurchaseView::cartId),
                        SqlValues.texts(purchases, PurchaseView::at),
                        SqlValues.texts(purchases, PurchaseView::memberId),
                        SqlValues.texts(purchases, PurchaseView::productId),
                        SqlValues.texts(purchases, PurchaseView::productVersion),
                        SqlValues.texts(purchases, PurchaseView::unitPriceMinor),
                        SqlValues.texts(purchases, PurchaseView::amount),
                        SqlValues.texts(purchases, PurchaseView::totalMinor),
                        SqlValues.texts(purchases, PurchaseView::adminId),
                        SqlValues.texts(purchases, PurchaseView::enteredVia),
                        SqlValues.texts(purchases, PurchaseView::externalSource),
                        SqlValues.texts(purchases, PurchaseView::externalId),
                        origin.actorId(),
                        over.bookedAt(),
                        origin.correlationId()))
                .update();
    }
}
