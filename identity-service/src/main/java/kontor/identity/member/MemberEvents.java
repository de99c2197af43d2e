package kontor.identity.member;

import java.util.UUID;
import kontor.identity.state.Roster;
import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The fact topic of the members, as far as it concerns their own rows. */
@Component
class MemberEvents {

    private static final String MEMBERS = "kontor.identity.member.v1";

    private final Outbox outbox;
    private final Roster roster;

    MemberEvents(Outbox outbox, Roster roster) {
        this.outbox = outbox;
        this.roster = roster;
    }

    @EventListener
    void on(MemberRegistered event) {
        append(event.memberId(), event);
    }

    @EventListener
    void on(MemberProfileChanged event) {
        append(event.memberId(), event);
    }

    @EventListener
    void on(MemberAnonymised event) {
        append(event.memberId(), event);
    }

    @EventListener
    void on(MemberDeleted event) {
        append(event.memberId(), event);
    }

    private void append(UUID memberId, Object event) {
        outbox.append(MEMBERS, memberId, roster.nextFact(memberId), event);
    }
}
