package kontor.identity.admin;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The admin history. */
interface AdminChanges extends Repository<AdminChange, Long> {

    AdminChange saveAndFlush(AdminChange change);

    @Query("select count(c) > 0 from AdminChange c")
    boolean existsAny();
}
