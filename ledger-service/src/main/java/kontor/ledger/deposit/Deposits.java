package kontor.ledger.deposit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Deposits, and the history of their switches. */
interface Deposits extends Repository<Deposit, Long> {

    Deposit save(Deposit deposit);

    Optional<Deposit> findById(long id);

    /** Whose account has to be locked before the deposit is looked at; it never changes. */
    @Query("select d.memberId from Deposit d where d.id = :id")
    Optional<UUID> memberOf(long id);

    @Query(value = "select nextval('deposit_batch_seq')", nativeQuery = true)
    long nextBatchId();

    @Query(value = "select nextval('deposit_revocation_seq')", nativeQuery = true)
    long nextSwitchId();

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into deposit_revocation (id, deposit_id, revoked, by_admin_id, at, external_source, external_id)
            values (:id, :depositId, :revoked, :adminId, :at, :source, :externalId)
            """)
    void noteImported(
            long id, long depositId, boolean revoked, UUID adminId, Instant at, String source, String externalId);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into deposit_revocation (id, deposit_id, revoked, by_admin_id, at)
            values (nextval('deposit_revocation_seq'), :depositId, :revoked, :adminId, :at)
            """)
    void note(long depositId, boolean revoked, UUID adminId, Instant at);
}
