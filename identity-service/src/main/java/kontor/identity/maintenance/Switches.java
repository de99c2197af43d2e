package kontor.identity.maintenance;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The one switch. */
interface Switches extends Repository<Maintenance, Boolean> {

    @Query("select m from Maintenance m")
    Maintenance get();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Maintenance m")
    Maintenance lock();

    Maintenance save(Maintenance maintenance);
}
