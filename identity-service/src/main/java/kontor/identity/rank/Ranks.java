package kontor.identity.rank;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The ranks. */
interface Ranks extends Repository<Rank, Long> {

    Rank saveAndFlush(Rank rank);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Rank r where r.id = :id")
    Optional<Rank> lock(long id);

    @Query(nativeQuery = true, value = """
                    select exists (select 1 from rank
                        where casefold(name collate "pg_unicode_fast") = casefold(:name collate "pg_unicode_fast")
                            and id <> :except)
                    """)
    boolean existsNamed(String name, long except);
}
