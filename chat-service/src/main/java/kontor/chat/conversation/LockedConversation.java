package kontor.chat.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose row is locked until the transaction ends: whatever changes in it, its members or its messages
 * changes in its turn, so that numbers have no gaps and the time never goes back (H-7).
 */
public final class LockedConversation {

    private final long id;
    private final ConversationType type;
    private final @Nullable Context context;
    private final List<ConversationFact> untold = new ArrayList<>();
    private @Nullable Instant closedAt;
    private long lastSeq;
    private @Nullable Instant lastMessageAt;
    private long version;

    LockedConversation(long id, ConversationType type, @Nullable Context context, Progress progress) {
        this.id = id;
        this.type = type;
        this.context = context;
        closedAt = progress.closedAt();
        lastSeq = progress.lastSeq();
        lastMessageAt = progress.lastMessageAt();
        version = progress.version();
    }

    /**
     * What of a conversation changes.
     *
     * @param version number of facts told
     */
    record Progress(
            @Nullable Instant closedAt,
            long lastSeq,
            @Nullable Instant lastMessageAt,
            long version) {}

    /** Number and time of a new message. */
    public record Place(long seq, Instant at) {}

    /** What the next message gets. */
    public Place next(Instant now) {
        lastSeq++;
        Instant at = lastMessageAt != null && lastMessageAt.isAfter(now) ? lastMessageAt : now;
        lastMessageAt = at;
        return new Place(lastSeq, at);
    }

    /** {@code conversation-closed} (H-12). */
    public void requireOpen() {
        if (closedAt != null) {
            throw new ConversationClosed();
        }
    }

    /** False if it already was. */
    public boolean close(Actor by, Instant now) {
        if (closedAt != null) {
            return false;
        }
        closedAt = now;
        tell(number -> new ConversationFact.ConversationClosed(id, now, by, number));
        return true;
    }

    /** Built at once, so that it is numbered in the order in which things happen. */
    public void tell(LongFunction<ConversationFact> fact) {
        version++;
        untold.add(fact.apply(version));
    }

    void joined(UUID memberId, Role role, Actor by, Instant now) {
        tell(number -> new ConversationFact.MemberJoined(id, memberId, role, now, by, number));
    }

    void left(UUID memberId, Role role, Actor by, Instant now) {
        tell(number -> new ConversationFact.MemberLeft(id, memberId, role, now, by, number));
    }

    /** What has happened since this was last asked. */
    List<ConversationFact> news() {
        List<ConversationFact> news = List.copyOf(untold);
        untold.clear();
        return news;
    }

    Progress progress() {
        return new Progress(closedAt, lastSeq, lastMessageAt, version);
    }

    public long id() {
        return id;
    }

    public ConversationType type() {
        return type;
    }

    /** What it is about; empty for a plain private one. */
    public Optional<Context> context() {
        return Optional.ofNullable(context);
    }

    public long lastSeq() {
        return lastSeq;
    }
}
