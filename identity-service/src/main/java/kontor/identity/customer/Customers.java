package kontor.identity.customer;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The customers. */
interface Customers extends Repository<Customer, Long> {

    Customer save(Customer customer);

    Customer saveAndFlush(Customer customer);

    /** Gives a new site of a known customer its id. */
    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.id = :id")
    Optional<Customer> lock(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.memberId = :memberId")
    Optional<Customer> lockOf(UUID memberId);
}
