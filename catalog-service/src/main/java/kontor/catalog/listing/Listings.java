package kontor.catalog.listing;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All listings. */
interface Listings extends Repository<Listing, Long> {

    Listing save(Listing listing);

    void flush();

    /** Asks the database only if this transaction does not hold the lock yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Listing> findById(Long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Listing l where l.id in :ids order by l.id")
    List<Listing> lockAll(Collection<Long> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Listing l where l.id = :id and (l.sellerId = :callerId or :isAdmin = true)")
    Optional<Listing> lock(long id, UUID callerId, boolean isAdmin);

    /** In JPQL, which writes nothing that is pending beside it: the category itself has to go last. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Listing l where l.categoryId = :categoryId order by l.id")
    List<Listing> lockThoseIn(long categoryId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Listing l where l.sellerId = :sellerId order by l.id")
    List<Listing> lockThoseOf(UUID sellerId);
}
