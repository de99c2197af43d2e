package kontor.ledger.revocation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Booked purchases, and the history of their switches. */
interface ShelfPurchases extends Repository<ShelfPurchase, Long> {

    ShelfPurchase save(ShelfPurchase purchase);

    Optional<ShelfPurchase> findById(long id);

    /** Whose account has to be locked before the purchase is looked at; it never changes. */
    @Query("select p.memberId from ShelfPurchase p where p.id = :id")
    Optional<UUID> memberOf(long id);

    @Query(value = "select nextval('shelf_purchase_revocation_seq')", nativeQuery = true)
    long nextSwitchId();

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into shelf_purchase_revocation (id, purchase_id, revoked, actor_id, at, external_source, external_id)
            values (:id, :purchaseId, :revoked, :actorId, :at, :source, :externalId)
            """)
    void noteImported(
            long id, long purchaseId, boolean revoked, UUID actorId, Instant at, String source, String externalId);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into shelf_purchase_revocation (id, purchase_id, revoked, actor_id, reason, at)
            values (nextval('shelf_purchase_revocation_seq'), :purchaseId, :revoked, :actorId, cast(:reason as text), :at)
            """)
    void note(long purchaseId, boolean revoked, UUID actorId, @Nullable String reason, Instant at);
}
