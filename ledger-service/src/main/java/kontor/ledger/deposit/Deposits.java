package kontor.ledger.deposit;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Deposits, and the switches of their history. */
interface Deposits extends Repository<Deposit, Long> {

    Deposit save(Deposit deposit);

    Optional<Deposit> findById(long id);

    /** Whose account has to be locked before the deposit is looked at; it never changes. */
    @Query("select d.memberId from Deposit d where d.id = :id")
    Optional<UUID> memberOf(long id);

    @Query(value = "select nextval('deposit_batch_seq')", nativeQuery = true)
    long nextBatchId();
}
