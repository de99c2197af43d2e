package kontor.order.terms;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All statuses. */
interface StatusNames extends Repository<StatusName, Long> {

    StatusName saveAndFlush(StatusName status);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from StatusName s where s.id = :id")
    Optional<StatusName> lock(long id);

    @NativeQuery("""
            select exists (
                select from order_status
                where casefold(name collate pg_unicode_fast) = casefold(:name collate pg_unicode_fast)
                    and id <> :exceptId)
            """)
    boolean isTaken(String name, long exceptId);
}
