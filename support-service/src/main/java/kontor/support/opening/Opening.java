package kontor.support.opening;

import java.time.Clock;
import kontor.decision.OpenReplies;
import kontor.platform.rejection.UnknownReference;
import kontor.support.answer.Answer;
import kontor.support.answer.Answers;
import kontor.support.object.Objects;
import kontor.support.object.TargetRef;
import kontor.support.queue.TicketView;
import kontor.support.ticket.NewTicket;
import kontor.support.ticket.TicketBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores tickets with their automatic answer, and later what their callers were answered (S-1 to S-3). */
@Service
class Opening {

    private final Objects objects;
    private final Answers answers;
    private final TicketBook book;
    private final OpenReplies replies;
    private final Clock clock;

    Opening(Objects objects, Answers answers, TicketBook book, OpenReplies replies, Clock clock) {
        this.objects = objects;
        this.answers = answers;
        this.book = book;
        this.replies = replies;
        this.clock = clock;
    }

    @Transactional
    public OpenedTicket open(OpenTicket command) {
        return replies.once(command.request(), OpenedTicket.class, () -> {
            @Nullable TargetRef target = command.target();
            if (target != null && !objects.isVisible(target, command.creator().memberId())) {
                throw new UnknownReference("/targetId");
            }
            Answer answer = answers.best(target == null ? null : target.type(), command.subject(), command.text());
            return OpenedTicket.open(book.open(new NewTicket(
                    command.creator().memberId(),
                    command.subject(),
                    command.text(),
                    answer,
                    target,
                    command.priority(),
                    clock.instant())));
        });
    }

    /** Settles what the key gets from now on; a twin that was faster has settled it already. */
    @Transactional
    public OpenedTicket answer(OpenTicket command, OpenedTicket open, TicketView shown) {
        return replies.settle(command.request(), open, open.answered(shown), OpenedTicket.class);
    }
}
