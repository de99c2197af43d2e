package kontor.identity.customer;

import java.util.UUID;
import kontor.identity.state.Roster;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.security.KnownMember;
import kontor.platform.store.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose profile it is: the member is locked before his profile, everywhere, so that anonymisation and edits take turns.
 */
@Component
class CustomerOwners {

    private final Roster roster;
    private final Audit audit;
    private final JdbcClient jdbc;

    CustomerOwners(Roster roster, Audit audit, JdbcClient jdbc) {
        this.roster = roster;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** For everybody but owner and admins the profile does not exist. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lockOf(long customerId, Caller caller) {
        lock(ownerOf(customerId, caller));
    }

    /** Locks a member who may have a profile. */
    @Transactional(propagation = Propagation.MANDATORY)
    KnownMember lock(UUID memberId) {
        KnownMember member = roster.lock(memberId);
        if (!member.verified()) {
            throw new MemberNotVerified(memberId);
        }
        if (member.status().equals("ANONYMISED")) {
            throw new NotAllowedInState("This member is anonymised.");
        }
        return member;
    }

    /** The number of the profile is part of the member's state. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hasProfile(UUID memberId) {
        roster.changed(memberId);
    }

    /** Writes down what an admin did to another's profile (G-45). */
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(String action, long customerId, Caller caller) {
        if (!caller.isSelf(ownerOf(customerId, caller))) {
            audit.record(action, "customer", customerId);
        }
    }

    UUID ownerOf(long customerId, Caller caller) {
        return jdbc.sql("select member_id from customer where id = ?")
                .param(customerId)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional()
                .filter(owner -> caller.isAdmin() || caller.isSelf(owner))
                .orElseThrow(NotFound::new);
    }
}
