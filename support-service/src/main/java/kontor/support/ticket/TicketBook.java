package kontor.support.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.SqlValues;
import kontor.support.party.Viewer;
import kontor.support.promise.ResponseTargets;
import kontor.support.ticket.LockedTicket.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way to every ticket: it is locked before it is looked at, and what it tells leaves with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketBook {

    /**
     * SQL for {@code ticket t} that is found by its id: creators and staff know that it exists. Parameters {@code me}
     * and {@code isStaff}. That it is above the staff's level is told apart, by {@code level-too-low} (S-5).
     */
    public static final String KNOWN = "(t.creator_id = :me or cast(:isStaff as boolean))";

    private final Tickets tickets;
    private final Assignments assignments;
    private final ResponseTargets targets;
    private final JdbcClient jdbc;
    private final Clock clock;

    TicketBook(Tickets tickets, Assignments assignments, ResponseTargets targets, JdbcClient jdbc, Clock clock) {
        this.tickets = tickets;
        this.assignments = assignments;
        this.targets = targets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is done now is done at this moment. */
    public Moment now() {
        return new Moment(clock.instant(), targets);
    }

    /** A new ticket, OPEN at AUTO, and at SUPPORT_1 at once if it is URGENT (S-1, S-3). */
    public long open(NewTicket ticket) {
        Moment moment = new Moment(ticket.createdAt(), targets);
        Ticket opened = tickets.saveAndFlush(new Ticket(ticket, moment));
        opened.hurry(moment);
        return tickets.saveAndFlush(opened).id();
    }

    /** {@code not-found} as well for who is neither its creator nor staff; staff may be {@code level-too-low}. */
    public LockedTicket lock(long id, Viewer viewer) {
        Ticket ticket = jdbc.sql("select t.id from ticket t where t.id = :id and " + KNOWN + " for no key update of t")
                .param("id", id)
                .param("me", viewer.memberId())
                .param("isStaff", viewer.isStaff())
                .query((row, n) -> row.getLong(1))
                .optional()
                .flatMap(this::locked)
                .orElseThrow(NotFound::new);
        LevelTooLow.check(ticket.level(), ticket.creatorId().equals(viewer.memberId()), viewer);
        return ticket;
    }

    /** Whoever's it is. */
    public Optional<LockedTicket> find(long id) {
        return locked(id).map(LockedTicket.class::cast);
    }

    private Optional<Ticket> locked(long id) {
        return tickets.lock(id).map(this::withHoldings);
    }

    private Ticket withHoldings(Ticket ticket) {
        ticket.heldBy(assignments.of(ticket.id()));
        return ticket;
    }

    /** The one that this conversation belongs to, if it belongs to any. */
    public Optional<LockedTicket> findByConversation(long conversationId) {
        return tickets.lockByConversation(conversationId).map(this::withHoldings);
    }

    /** Which of these conversations belong to a ticket. */
    public Set<Long> conversationsAmong(Collection<Long> conversationIds) {
        return jdbc.sql("select conversation_id from ticket where conversation_id = any(cast(? as bigint[]))")
                .param(SqlValues.texts(conversationIds, id -> id))
                .query((row, n) -> row.getLong(1))
                .set();
    }

    /** One still OPEN at AUTO that was opened then (S-3). */
    public Optional<LockedTicket> lockUnhelped(Instant createdBefore) {
        return tickets.lockUnhelped(createdBefore).flatMap(this::find);
    }

    /** One under way without the first answer that was due then (S-12). */
    public Optional<LockedTicket> lockUnanswered(Instant dueBefore) {
        return tickets.lockUnanswered(dueBefore).flatMap(this::find);
    }

    /** One that has been OPEN longer than it may, since then (S-12). */
    public Optional<LockedTicket> lockUnsolved(Instant dueBefore) {
        return tickets.lockUnsolved(dueBefore).flatMap(this::find);
    }

    /** One whose staff has done nothing since then (S-8). */
    public Optional<LockedTicket> lockIdle(Instant idleSince) {
        return tickets.lockIdle(idleSince).flatMap(this::find);
    }

    /** A SOLVED one without message or action since then. */
    public Optional<LockedTicket> lockLongSolved(Instant touchedBefore) {
        return tickets.lockLongSolved(touchedBefore).flatMap(this::find);
    }

    /** One that is not closed and whose creator is anonymised (S-14). */
    public Optional<LockedTicket> lockAbandoned() {
        return tickets.lockAbandoned().flatMap(this::find);
    }

    /** One whose staff has no grant for its level any more (S-14). */
    public Optional<LockedTicket> lockUngranted() {
        return tickets.lockUngranted().flatMap(this::find);
    }

    public void keep(LockedTicket ticket) {
        if (ticket instanceof Ticket changed) {
            tickets.saveAndFlush(changed);
        }
    }
}
