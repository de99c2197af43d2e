package kontor.support.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import kontor.support.object.TargetType;
import kontor.support.party.Actor;
import kontor.support.promise.Priority;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket; the version travels beside the body. */
public sealed interface TicketFact {

    long ticketId();

    Instant at();

    Actor actor();

    long version();

    /** A member asks for help; both texts are for the conversation, and nobody else keeps them. */
    record TicketOpened(
            long ticketId,
            UUID creatorId,
            String subject,
            String firstText,
            String automaticAnswer,
            @Nullable Long cannedAnswerId,
            @Nullable TargetType targetType,
            @Nullable String targetId,
            Level level,
            Priority priority,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** A member of staff has it. */
    record TicketAssigned(
            long ticketId,
            UUID staffId,
            @Nullable TargetType targetType,
            @Nullable String targetId,
            Taking cause,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** How he got it. */
    enum Taking {
        TAKEN,
        TAKEN_OVER
    }

    /** He has it no longer. */
    record AssignmentEnded(
            long ticketId,
            UUID staffId,
            @Nullable TargetType targetType,
            @Nullable String targetId,
            Ending cause,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** How he lost it. */
    enum Ending {
        RELEASED,
        TAKEN_OVER,
        ESCALATED,
        LEVEL_LOST,
        IDLE,
        CLOSED
    }

    /**
     * It has climbed one level.
     *
     * @param reason what staff says, for the log alone
     */
    record TicketEscalated(
            long ticketId,
            UUID creatorId,
            Level oldLevel,
            Level newLevel,
            Climbing cause,
            Instant at,
            @JsonIgnore @Nullable String reason,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** Why it has climbed. */
    enum Climbing {
        HUMAN_ASKED,
        TAKEN,
        AUTO_ANSWER_FAILED,
        URGENT,
        ESCALATED,
        BREACHED
    }

    /** It is more or less urgent now. */
    record TicketPriorityChanged(
            long ticketId,
            UUID creatorId,
            Priority oldPriority,
            Priority newPriority,
            Prioritising cause,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** Why it is. */
    enum Prioritising {
        SET
    }

    /** It stands elsewhere; that it is closed is a fact of its own. */
    record TicketStatusChanged(
            long ticketId,
            UUID creatorId,
            TicketStatus oldStatus,
            TicketStatus newStatus,
            Moving cause,
            long openSeconds,
            int reopened,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** Why it does. */
    enum Moving {
        SET,
        WRITTEN,
        RESUMED,
        ACCEPTED,
        REOPENED
    }

    /** A human other than the creator has written for the first time. */
    record TicketAnswered(
            long ticketId,
            UUID creatorId,
            UUID staffId,
            Instant openedAt,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** A target is missed. */
    record TicketSlaBreached(
            long ticketId,
            UUID creatorId,
            Target target,
            Instant dueAt,
            Level level,
            Priority priority,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** What was promised (S-11). */
    enum Target {
        FIRST_ANSWER,
        SOLUTION
    }

    /** It is closed for good. */
    record TicketClosed(
            long ticketId,
            UUID creatorId,
            TicketStatus oldStatus,
            Closing cause,
            long openSeconds,
            int reopened,
            Instant at,
            @JsonUnwrapped Actor actor,
            @JsonIgnore long version)
            implements TicketFact {}

    /** Why it is. */
    enum Closing {
        CONFIRMED,
        WITHDRAWN,
        SET,
        SOLVED_LONG,
        ANONYMISED
    }
}
