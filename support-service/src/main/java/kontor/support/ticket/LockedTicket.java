package kontor.support.ticket;

import java.time.Instant;
import java.util.UUID;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import kontor.support.promise.ResponseTargets;
import org.jspecify.annotations.Nullable;

/**
 * A ticket whose row is locked until the transaction ends, so that what is decided on it holds. What it says is kept by
 * {@link TicketBook#keep}. The right to a step is judged before the state. Refusals: {@code forbidden}, {@code
 * own-ticket}, {@code level-too-low}, {@code already-in-state}, {@code not-allowed-in-state}.
 */
public interface LockedTicket {

    long id();

    /** When something is done, and how time runs for tickets. */
    record Moment(Instant now, ResponseTargets targets) {}

    /** The creator wants a human (S-3). */
    void askForHuman(Viewer by, Moment moment);

    /** The creator is content with the automatic answer (S-3). */
    void accept(Viewer by, Moment moment);

    /** Staff takes it, from somebody else only if he says so: {@code already-assigned} (S-6). */
    void take(Viewer by, boolean takeOver, Moment moment);

    /** Who has it gives it back (S-7); {@code not-found} for who has it not. */
    void release(Viewer by, Moment moment);

    /** Staff of its level or above lets it climb (S-4). */
    void escalate(Viewer by, @Nullable String reason, Moment moment);

    /** Who has it, or a chief, says how urgent it is (S-9). */
    void prioritise(Viewer by, Priority wanted, Moment moment);

    /** Along the table of statuses. */
    void move(Viewer by, TicketStatus to, Moment moment);

    /** Its conversation is there; true for the first one told. */
    boolean link(long conversation);

    /**
     * Somebody has written (S-8, S-9); without effect on a closed ticket.
     *
     * @param at when he wrote
     */
    void written(UUID senderId, Instant at, Moment moment);

    /** The System climbs to a human what is still OPEN at AUTO (S-3). */
    void failAutomatic(Moment moment);

    /** The System lets it climb because it is urgent; without effect above AUTO (S-3). */
    void hurry(Moment moment);

    /** The System notes each target that is missed by now, and lets it climb (S-12). */
    void miss(Moment moment);

    /** The System takes it from who has done nothing since then (S-8). */
    void endIdle(Instant idleSince, Moment moment);

    /** The System takes it from who has no grant for its level any more (S-14). */
    void endUngranted(Moment moment);

    /** The System closes what has long been SOLVED. */
    void expire(Moment moment);

    /** The System closes it because its creator is gone (S-14). */
    void abandon(Moment moment);
}
