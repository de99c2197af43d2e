package kontor.catalog.packaging;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All packagings. */
interface Packagings extends Repository<Packaging, Long> {

    Packaging saveAndFlush(Packaging packaging);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Packaging p where p.id = :id")
    Optional<Packaging> lock(long id);

    @NativeQuery("""
            select exists (
                select from packaging
                where casefold(name collate pg_unicode_fast) = casefold(:name collate pg_unicode_fast) and id <> :exceptId)
            """)
    boolean isTaken(String name, long exceptId);
}
