package kontor.ledger.stocktaking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stocktakings with their lines, and the history of their switches. */
interface StocktakingCollections extends Repository<StocktakingCollection, Long> {

    StocktakingCollection save(StocktakingCollection stocktaking);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from StocktakingCollection c where c.id = :id")
    Optional<StocktakingCollection> lock(long id);

    @Query(value = "select nextval('stocktaking_revocation_seq')", nativeQuery = true)
    long nextSwitchId();

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into stocktaking_revocation (id, collection_id, revoked, by_admin_id, at,
                external_source, external_id)
            values (:id, :collectionId, :revoked, :adminId, :at, :source, :externalId)
            """)
    void noteImported(
            long id, long collectionId, boolean revoked, UUID adminId, Instant at, String source, String externalId);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into stocktaking_revocation (id, collection_id, revoked, by_admin_id, at)
            values (nextval('stocktaking_revocation_seq'), :collectionId, :revoked, :adminId, :at)
            """)
    void noteSwitch(long collectionId, boolean revoked, UUID adminId, Instant at);
}
