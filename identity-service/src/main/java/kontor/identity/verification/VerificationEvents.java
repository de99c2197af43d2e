package kontor.identity.verification;

import kontor.identity.state.Roster;
import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ranks given, on the fact topic of the members. */
@Component
class VerificationEvents {

    private static final String MEMBERS = "kontor.identity.member.v1";

    private final Outbox outbox;
    private final Roster roster;

    VerificationEvents(Outbox outbox, Roster roster) {
        this.outbox = outbox;
        this.roster = roster;
    }

    @EventListener
    void on(MemberVerified event) {
        outbox.append(MEMBERS, event.memberId(), roster.nextFact(event.memberId()), event);
    }

    @EventListener
    void on(MemberRankChanged event) {
        outbox.append(MEMBERS, event.memberId(), roster.nextFact(event.memberId()), event);
    }
}
