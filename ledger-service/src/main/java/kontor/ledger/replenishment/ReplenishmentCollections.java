package kontor.ledger.replenishment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Collections with their lines, and the histories of both. */
interface ReplenishmentCollections extends Repository<ReplenishmentCollection, Long> {

    ReplenishmentCollection save(ReplenishmentCollection collection);

    Optional<ReplenishmentCollection> findById(long id);

    /** Whose account has to be locked before the collection is looked at; he never changes. */
    @Query("select c.sellerId from ReplenishmentCollection c where c.id = :id")
    Optional<UUID> sellerOf(long id);

    /** The collection of a line; it never changes. */
    @Query("select l.collection.id from Replenishment l where l.id = :lineId")
    Optional<Long> collectionOf(long lineId);

    @Query(value = "select nextval('replenishment_collection_revocation_seq')", nativeQuery = true)
    long nextSwitchId();

    @Query(value = "select nextval('replenishment_change_seq')", nativeQuery = true)
    long nextChangeId();

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into replenishment_collection_revocation (id, collection_id, revoked, by_admin_id, at,
                external_source, external_id)
            values (:id, :collectionId, :revoked, :adminId, :at, :source, :externalId)
            """)
    void noteImported(
            long id, long collectionId, boolean revoked, UUID adminId, Instant at, String source, String externalId);

    /** Notes the line as it stands now. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into replenishment_change (id, replenishment_id, amount, total_price_minor, revoked, by_admin_id, at,
                external_source, external_id)
            select :id, id, amount, total_price_minor, revoked, :adminId, :at, :source, :externalId
            from replenishment where id = :lineId
            """)
    void noteImported(long id, long lineId, UUID adminId, Instant at, String source, String externalId);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into replenishment_collection_revocation (id, collection_id, revoked, by_admin_id, at)
            values (nextval('replenishment_collection_revocation_seq'), :collectionId, :revoked, :adminId, :at)
            """)
    void noteSwitch(long collectionId, boolean revoked, UUID adminId, Instant at);

    /** Notes the line as it stands now. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into replenishment_change (id, replenishment_id, amount, total_price_minor, revoked, by_admin_id, at)
            select nextval('replenishment_change_seq'), id, amount, total_price_minor, revoked, :adminId, :at
            from replenishment where id = :lineId
            """)
    void noteChange(long lineId, UUID adminId, Instant at);
}
