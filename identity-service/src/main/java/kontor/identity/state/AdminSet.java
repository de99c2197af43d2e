package kontor.identity.state;

import java.util.UUID;
import kontor.platform.Rejection;
import kontor.platform.rejection.Forbidden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The usable admins: admin flag, active, log-in (I-7). Whatever could take one away or make the first one locks the set
 * before any other row, so that two such steps never judge the same set.
 */
@Component
public class AdminSet {

    private static final String USABLE = """
            select member_id, rank_id from member_state
            where member_id in (select member_id from admin_change where is_admin) and admin and active and has_log_in
            """;

    private final JdbcClient jdbc;

    AdminSet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.sql("select 1 from admin_set for update")
                .query((row, n) -> row.getInt(1))
                .single();
    }

    /** Refuses with {@code last-admin} if this member is the only usable admin. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAnotherThan(UUID memberId) {
        require("select coalesce(bool_and(member_id = ?), false) from (" + USABLE + ")", memberId);
    }

    /** Refuses with {@code last-admin} if all usable admins hold this rank. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAnotherOutside(long rankId) {
        require("select coalesce(bool_and(rank_id = ?), false) from (" + USABLE + ")", rankId);
    }

    /** Refuses with {@code forbidden} who has ceased to be an admin since his request came in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireUsable(UUID memberId) {
        boolean usable = jdbc.sql("select count(*) > 0 from (" + USABLE + ") where member_id = ?")
                .param(memberId)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!usable) {
            throw new Forbidden();
        }
    }

    /** Refuses with {@code last-admin} if what this transaction did has left no usable admin. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireOneLeft() {
        boolean isEmpty = jdbc.sql("select count(*) = 0 from (" + USABLE + ")")
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (isEmpty) {
            throw new LastAdmin();
        }
    }

    private void require(String wouldBeEmpty, Object leaving) {
        boolean last = jdbc.sql(wouldBeEmpty)
                .param(leaving)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (last) {
            throw new LastAdmin();
        }
    }

    /** The step would leave the shop without a usable admin. */
    static final class LastAdmin extends Rejection {

        LastAdmin() {
            super(Kind.CONFLICT, "last-admin", "This would take away the last admin; appoint another one first.");
        }
    }
}
