package kontor.support.ticket;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All tickets; whoever changes one has locked it. A job leaves alone what another instance is at. */
interface Tickets extends Repository<Ticket, Long> {

    Ticket saveAndFlush(Ticket ticket);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Ticket t where t.id = :id")
    Optional<Ticket> lock(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Ticket t where t.conversationId = :conversationId")
    Optional<Ticket> lockByConversation(long conversationId);

    @NativeQuery("""
            select id from ticket where status = 'O' and level = 'A' and created_at <= :createdBefore
            order by created_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockUnhelped(Instant createdBefore);

    @NativeQuery("""
            select id from ticket
            where status in ('O', 'P') and first_answer_at is null and first_answer_breached_at is null
                and first_answer_due_at <= :dueBefore
            order by first_answer_due_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockUnanswered(Instant dueBefore);

    @NativeQuery("""
            select id from ticket
            where status = 'O' and solution_breached_at is null and solution_due_at <= :dueBefore
            order by solution_due_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockUnsolved(Instant dueBefore);

    @NativeQuery("""
            select t.id from assignment a join ticket t on t.id = a.ticket_id
            where a.status = 'A' and a.last_activity_at <= :idleSince
            order by a.last_activity_at, a.id limit 1 for no key update of t, a skip locked
            """)
    Optional<Long> lockIdle(Instant idleSince);

    @NativeQuery("""
            select id from ticket where status = 'S' and touched_at <= :touchedBefore
            order by touched_at, id limit 1 for no key update skip locked
            """)
    Optional<Long> lockLongSolved(Instant touchedBefore);

    @NativeQuery("""
            select t.id from ticket t
            where t.status <> 'C' and t.creator_id in (select m.id from known_member m where m.status = 'ANONYMISED')
            order by t.id limit 1 for no key update of t skip locked
            """)
    Optional<Long> lockAbandoned();

    @NativeQuery("""
            select t.id from assignment a join ticket t on t.id = a.ticket_id
            left join known_member m on m.id = a.staff_id
            where a.status = 'A' and\s""" + Assignments.STAFF_LEVEL + """
             < position(t.level in 'A12C') - 1
            order by t.id limit 1 for no key update of t skip locked
            """)
    Optional<Long> lockUngranted();
}
