package kontor.support;

import kontor.support.answer.AnswerFaults;
import kontor.testkit.trial.PlantedFaults;

/** What the verify set must see, planted one at a time. */
final class Offenders {

    /** <code>{id}</code> is a ticket at SUPPORT_2 that was solved, reopened and is OPEN, taken by two, one has it. */
    static final PlantedFaults ALL =
            PlantedFaults.of("""
            INV-04: grant update (detail) on ticket_log to public
            INV-04: grant delete on audit to public
            INV-04: grant delete on ticket to public
            INV-04: grant truncate on assignment to public
            INV-22: update ticket_log set detail = 'OPEN -> CLOSED (SET)' where ticket_id = {id} and action = 'STATUS'
            INV-22: update ticket_log set detail = 'OPEN -> LOST (SET)' where ticket_id = {id} and action = 'STATUS'
            INV-22: delete from ticket_log where ticket_id = {id}
            INV-22: delete from ticket_log where ticket_id = {id} and action = 'OPEN'
            INV-22: update ticket set status = 'S', open_since = null, solution_due_at = null where id = {id}
            INV-22: update ticket set reopened = 2 where id = {id}
            INV-34-levels: update ticket set level = 'C' where id = {id}
            INV-34-levels: update ticket_log set detail = 'SUPPORT_1 -> CHIEF (ESCALATED)' where ticket_id = {id} and
              action = 'ESCALATE'
            INV-34-levels: delete from ticket_log where ticket_id = {id} and action = 'ESCALATE'
            INV-34-levels: insert into ticket_log (ticket_id, actor_id, action, detail, at) values ({id},
              gen_random_uuid(), 'BREACH', 'SOLUTION', now())
            INV-34-one: update assignment set status = 'I' where ticket_id = {id}
            INV-34-one: drop index assignment_one_active; update assignment set status = 'A' where ticket_id = {id}
            INV-34-one: update assignment set status = 'C' where ticket_id = {id} and status = 'I'
            INV-34-one: delete from assignment where ticket_id = {id} and status = 'A'
            INV-34-one: alter table ticket drop constraint ticket_closed_at_some_time; update ticket set closed_at =
              now() where id = {id}
            INV-23: insert into ticket (id, creator_id, subject, created_at, first_answer_due_at, open_since,
              solution_due_at, touched_at) values (-1, gen_random_uuid(), 'Old', now() - interval '33 minutes', now(),
              now(), now(), now())
            INV-23: update ticket set first_answer_due_at = now() - interval '3 minutes' where id = {id}
            INV-23: update ticket set solution_due_at = now() - interval '3 minutes' where id = {id}
            INV-23: update assignment set last_activity_at = now() - interval '25 hours', started_at = now() - interval
              '25 hours' where ticket_id = {id} and status = 'A'
            INV-23: update ticket set status = 'S', open_since = null, solution_due_at = null, touched_at = now() -
              interval '8 days' where id = {id}
            INV-37-changes-of-tickets: delete from audit where target_id = '{id}' and action = 'take-ticket'
            INV-37-changes-of-tickets: delete from audit where target_id = '{id}' and action = 'escalate-ticket'
            INV-37-changes-of-tickets: insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
              values (gen_random_uuid(), 'close-ticket', 'ticket', '{id}', now(), 'x')
            """, "ticket_log", "ticket").and(AnswerFaults.ALL);

    /** What waits past its time, by saga and state. */
    static final PlantedFaults OVERDUE = PlantedFaults.of("""
            ticket-automatic: insert into ticket (id, creator_id, subject, created_at, first_answer_due_at,
              open_since, solution_due_at, touched_at) values (-1, gen_random_uuid(), 'Old', now() - interval
              '33 minutes', now(), now(), now(), now())
            ticket-unopened: update ticket set conversation_id = null, created_at = now() - interval '11 minutes'
              where id = {id}
            ticket-solved: update ticket set status = 'S', open_since = null, solution_due_at = null, touched_at =
              now() - interval '8 days' where id = {id}
            """, "ticket");

    private Offenders() {}
}
