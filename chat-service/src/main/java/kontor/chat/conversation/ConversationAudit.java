package kontor.chat.conversation;

import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each change by an admin, by staff or by the System is written down (G-45); that something was read is no change. */
@Component
class ConversationAudit {

    private final Audit audit;

    ConversationAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(ConversationFact fact) {
        String action = actionOf(fact);
        if (fact.actor().isPrivileged() && !action.isEmpty()) {
            fact.actor().doing(() -> audit.record(action, "conversation", fact.conversationId()));
        }
    }

    /** Empty for what is no change. */
    private static String actionOf(ConversationFact fact) {
        return switch (fact) {
            case ConversationFact.ConversationCreated ignored -> "create-conversation";
            case ConversationFact.MemberJoined ignored -> "join-conversation";
            case ConversationFact.MemberLeft ignored -> "leave-conversation";
            case ConversationFact.MessagePosted ignored -> "post-message";
            case ConversationFact.ConversationClosed ignored -> "close-conversation";
            case ConversationFact.ReadMarkerMoved ignored -> "";
        };
    }
}
