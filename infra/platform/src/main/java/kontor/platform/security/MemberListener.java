package kontor.platform.security;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Inbox;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;

/** Keeps the service's copy of the members in step with identity-service. */
public class MemberListener {

    private static final String CONSUMER = "members";

    private final Inbox inbox;
    private final MemberCopies members;
    private final ApplicationEventPublisher events;

    public MemberListener(Inbox inbox, MemberCopies members, ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.members = members;
        this.events = events;
    }

    @KafkaListener(topics = "kontor.identity.members.v1", groupId = "${kontor.service}.members")
    public void on(List<ConsumerRecord<String, byte[]>> poll) {
        inbox.newest(CONSUMER, poll, this::prepare, this::apply);
    }

    private void prepare(List<Message> messages) {
        events.publishEvent(new MembersArrived(
                messages.stream().map(MemberListener::idOf).distinct().toList()));
    }

    private void apply(Message message) {
        if (message.isTombstone()) {
            members.remove(idOf(message));
            return;
        }
        KnownMember member = message.as(KnownMember.class);
        if (!member.memberId().equals(idOf(message))) {
            throw new MalformedRecord("The body is not that of the key.", null);
        }
        members.keep(member);
        events.publishEvent(new MemberCopied(member));
    }

    private static UUID idOf(Message message) {
        try {
            return UUID.fromString(message.key());
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("The key is no member's id.", e);
        }
    }
}
