package kontor.order.purchase;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All purchases; whoever changes one has locked it. */
interface Purchases extends Repository<MarketPurchase, Long> {

    MarketPurchase saveAndFlush(MarketPurchase purchase);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from MarketPurchase p where p.id = :id")
    Optional<MarketPurchase> lock(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from MarketPurchase p where p.id in :ids order by p.id")
    List<MarketPurchase> lockAll(Collection<Long> ids);

    /** Another instance that is at it keeps its purchase. */
    @NativeQuery("""
            select id from market_purchase
            where (status = 'W' or pending_action is not null)
                and (asked_at <= :askedBefore or status = 'W' and submitted_at <= :submittedBefore)
            order by asked_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockUndecided(Instant askedBefore, Instant submittedBefore);

    @NativeQuery("""
            select id from market_purchase where status = 'O' and pending_action is null and opened_at <= :openedBefore
            order by opened_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockUnpaid(Instant openedBefore);

    @NativeQuery("""
            select id from market_purchase
            where status = 'S' and pending_action is null and shipped_at <= :shippedBefore
            order by shipped_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockUnconfirmed(Instant shippedBefore);

    @NativeQuery("""
            select p.id from market_purchase p where p.status = 'O' and p.pending_action is null
                and exists (select from known_member m
                    where m.id in (p.buyer_id, p.seller_id) and m.status = 'ANONYMISED')
            order by p.opened_at, p.id limit 1 for no key update skip locked
            """)
    Optional<Long> lockAbandoned();

    @NativeQuery("select nextval('purchase_payment_seq')")
    long nextPaymentId();

    @NativeQuery("select nextval('adjustment_seq')")
    long nextAdjustmentId();
}
