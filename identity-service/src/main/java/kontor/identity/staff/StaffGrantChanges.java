package kontor.identity.staff;

import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The history of grants. */
interface StaffGrantChanges extends Repository<StaffGrantChange, Long> {

    StaffGrantChange saveAndFlush(StaffGrantChange change);

    @Query(nativeQuery = true, value = """
                    select grant_code from (select distinct on (grant_code) grant_code, granted from staff_grant_change
                        where member_id = :member order by grant_code, at desc, id desc) newest
                    where granted
                    """)
    Set<String> held(UUID member);
}
