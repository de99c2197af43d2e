package kontor.support.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import kontor.decision.Decided;
import kontor.platform.AggregateRoot;
import kontor.support.object.TargetType;
import kontor.support.promise.Priority;
import kontor.support.ticket.LockedTicket.Moment;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands and how much time it has left, and how its facts are told and numbered. */
@MappedSuperclass
abstract class StandingTicket extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private UUID creatorId;

    @Column(updatable = false)
    private String subject;

    private @Nullable Long conversationId;

    @Column(updatable = false)
    private @Nullable Long targetTypeId;

    @Column(updatable = false)
    private @Nullable String targetId;

    private String level;
    private String priority;
    private String status;

    @Column(updatable = false)
    private Instant createdAt;

    @Column
    private @Nullable Instant closedAt;

    private @Nullable Instant firstAnswerAt;
    private Instant firstAnswerDueAt;
    private @Nullable Instant firstAnswerBreachedAt;
    private long openSeconds;
    private @Nullable Instant openSince;
    private @Nullable Instant solutionDueAt;
    private @Nullable Instant solutionBreachedAt;
    private int reopened;

    /** The newest message or action, from which a SOLVED ticket counts its days. */
    @Column
    private Instant touchedAt;

    /** The ETag: grows with each committed change. */
    @Column
    private long version = 1;

    /** Counts the facts of its stream. */
    private long factVersion = 1;

    /** Already counted in this transaction. */
    @Transient
    private boolean isChanged;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected StandingTicket() {}

    StandingTicket(NewTicket ticket, Moment moment) {
        creatorId = ticket.creatorId();
        subject = ticket.subject();
        targetTypeId = ticket.target() == null ? null : ticket.target().type().id();
        targetId = ticket.target() == null ? null : ticket.target().id();
        level = Level.AUTO.letter();
        priority = ticket.priority().letter();
        status = TicketStatus.OPEN.letter();
        createdAt = ticket.createdAt();
        firstAnswerDueAt = moment.targets().firstAnswerDue(ticket.priority(), createdAt);
        touchedAt = createdAt;
        run(moment);
    }

    /** The time of the solution runs from now on. */
    private void run(Moment moment) {
        openSince = moment.now();
        Duration left = moment.targets().solutionWithin(priority()).minusSeconds(openSeconds);
        solutionDueAt = moment.targets().after(openSince, left.isNegative() ? Duration.ZERO : left);
    }

    /** It stands still, and what has run is kept. */
    private void halt(Moment moment) {
        openSeconds = openSecondsBy(moment);
        openSince = null;
        solutionDueAt = null;
    }

    /** Time spent in OPEN so far; whole seconds of each stretch. */
    long openSecondsBy(Moment moment) {
        return openSince == null
                ? openSeconds
                : openSeconds
                        + moment.targets().running(openSince, moment.now()).toSeconds();
    }

    /** It stands there from now on. */
    void stand(TicketStatus to, Moment moment) {
        if (status() == TicketStatus.OPEN) {
            halt(moment);
        }
        status = to.letter();
        switch (to) {
            case OPEN -> run(moment);
            case CLOSED -> closedAt = moment.now();
            case PENDING, SOLVED -> {} // has no time of its own
        }
        touched(moment.now());
        changed();
    }

    void reopened() {
        reopened++;
    }

    void raise(Level to) {
        level = to.letter();
        changed();
    }

    /** The targets of a priority count from creation on (S-11); an answer that was given is not judged again. */
    void prioritised(Priority to, Moment moment) {
        priority = to.letter();
        if (firstAnswerAt == null) {
            firstAnswerDueAt = moment.targets().firstAnswerDue(to, createdAt);
        }
        if (openSince != null) {
            halt(moment);
            run(moment);
        }
        changed();
    }

    void answered(Instant at) {
        firstAnswerAt = at;
        changed();
    }

    void breached(TicketFact.Target target, Instant now) {
        switch (target) {
            case FIRST_ANSWER -> firstAnswerBreachedAt = now;
            case SOLUTION -> solutionBreachedAt = now;
        }
        changed();
    }

    /** When that target was missed, by what is known until then; null if it is not, or was told before. */
    @Nullable
    Instant missedAt(TicketFact.Target target, Instant by) {
        @Nullable
        Instant due = switch (target) {
            case FIRST_ANSWER -> firstAnswerBreachedAt == null ? firstAnswerDueAt : null;
            case SOLUTION -> solutionBreachedAt == null ? solutionDueAt : null;
        };
        return due == null || by.isBefore(due) ? null : due;
    }

    void linked(long conversation) {
        conversationId = conversation;
        announce(() -> new Decided(id()));
        changed();
    }

    void touched(Instant at) {
        touchedAt = at.isAfter(touchedAt) ? at : touchedAt;
    }

    /** A change that callers see. */
    void changed() {
        version += isChanged ? 0 : 1;
        isChanged = true;
    }

    /** Built at once, since a later change of the transaction must not show in it. */
    void tell(LongFunction<TicketFact> fact) {
        TicketFact told = fact.apply(++factVersion);
        announce(() -> told);
    }

    public long id() {
        return Objects.requireNonNull(id, "a saved ticket has an id");
    }

    UUID creatorId() {
        return creatorId;
    }

    @Nullable
    Long conversationId() {
        return conversationId;
    }

    @Nullable
    TargetType targetType() {
        return targetTypeId == null ? null : TargetType.of(targetTypeId);
    }

    @Nullable
    String targetId() {
        return targetId;
    }

    Level level() {
        return Level.of(level);
    }

    Priority priority() {
        return Priority.of(priority);
    }

    TicketStatus status() {
        return TicketStatus.of(status);
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isAnswered() {
        return firstAnswerAt != null;
    }

    int timesReopened() {
        return reopened;
    }
}
