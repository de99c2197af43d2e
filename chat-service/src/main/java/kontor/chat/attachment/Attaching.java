package kontor.chat.attachment;

import java.time.Clock;
import kontor.chat.conversation.ConversationBook;
import kontor.chat.conversation.LockedConversation;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters stored pictures. */
@Service
class Attaching {

    private final ConversationBook book;
    private final Attachments attachments;
    private final AttachmentQuota quota;
    private final Replies replies;
    private final Clock clock;

    Attaching(ConversationBook book, Attachments attachments, AttachmentQuota quota, Replies replies, Clock clock) {
        this.book = book;
        this.attachments = attachments;
        this.quota = quota;
        this.replies = replies;
        this.clock = clock;
    }

    /** {@code not-found} for who is not in it, {@code conversation-closed}, {@code too-many-requests}. */
    @Transactional
    public AttachmentView enter(EnterPicture command) {
        return replies.once(command.key(), AttachmentView.class, () -> {
            LockedConversation conversation = book.lock(command.conversationId(), command.memberId());
            conversation.requireOpen();
            quota.requireAlone(command.memberId());
            return attachments.enter(command, clock.instant());
        });
    }
}
