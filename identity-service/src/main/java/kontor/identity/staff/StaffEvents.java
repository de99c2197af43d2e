package kontor.identity.staff;

import kontor.identity.state.Roster;
import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Staff grants, on the fact topic of the members. */
@Component
class StaffEvents {

    private static final String MEMBERS = "kontor.identity.member.v1";

    private final Outbox outbox;
    private final Roster roster;

    StaffEvents(Outbox outbox, Roster roster) {
        this.outbox = outbox;
        this.roster = roster;
    }

    @EventListener
    void on(StaffGrantChanged event) {
        outbox.append(MEMBERS, event.memberId(), roster.nextFact(event.memberId()), event);
    }
}
