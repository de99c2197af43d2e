package kontor.identity.admin;

import kontor.identity.state.Roster;
import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The admin flag, on the fact topic of the members. */
@Component
class AdminEvents {

    private static final String MEMBERS = "kontor.identity.member.v1";

    private final Outbox outbox;
    private final Roster roster;

    AdminEvents(Outbox outbox, Roster roster) {
        this.outbox = outbox;
        this.roster = roster;
    }

    @EventListener
    void on(MemberAdminChanged event) {
        outbox.append(MEMBERS, event.memberId(), roster.nextFact(event.memberId()), event);
    }
}
