package kontor.order.order;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All orders; whoever changes one has locked it. */
interface Orders extends Repository<RetailOrder, Long> {

    RetailOrder saveAndFlush(RetailOrder order);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from RetailOrder o where o.id = :id and (:customerId is null or o.customerId = :customerId)")
    Optional<RetailOrder> lock(long id, @Nullable Long customerId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from RetailOrder o where o.id in :ids order by o.id")
    List<RetailOrder> lockAll(Collection<Long> ids);

    /** Another instance that is at it keeps its order. */
    @NativeQuery("""
            select id from retail_order
            where status_id = 1 and (asked_at <= :askedBefore or placed_at <= :placedBefore)
            order by asked_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockUndecided(Instant askedBefore, Instant placedBefore);

    @NativeQuery("""
            select o.id from order_item i join retail_order o on o.id = i.order_id
            where i.request_state = 'PENDING' and i.requested_at <= :askedBefore
            order by i.requested_at, o.id limit 1 for no key update of o skip locked
            """)
    Optional<Long> lockUndecidedAmount(Instant askedBefore);

    /** It cannot be deleted until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select m from PaymentTerms m where m.id = :id")
    Optional<PaymentTerms> method(long id);

    @NativeQuery("select nextval('amount_request_seq')")
    long nextRequestId();
}
