package kontor.chat;

import kontor.testkit.trial.PlantedFaults;

/** What the verify set must see, planted one at a time. */
final class Offenders {

    /**
     * <code>{talk}</code> is of a purchase that an admin helps with, <code>{support}</code> of a ticket that somebody
     * has, <code>{private}</code> of two members.
     */
    static final PlantedFaults ALL = PlantedFaults.of("""
            INV-04: grant update (text) on message to public; grant delete on message to public
            INV-04: grant update on attachment to public
            INV-04: grant delete on conversation to public
            INV-04: grant delete on conversation_member to public
            INV-04: grant delete on audit to public
            INV-30: update conversation_member set last_read_seq = 1000 where conversation_id = {private}
            INV-30: update conversation_member set own_after_read = own_after_read + 1 where conversation_id = {talk}
            INV-32-staff: delete from known_assignment a using conversation c where c.id = {support} and a.ticket_id =
              c.context_id
            INV-32-staff: update known_member m set admin = false from conversation_member s where s.conversation_id =
              {talk} and s.role = 'STAFF' and m.id = s.member_id
            INV-32-streams: update live_event set recipients = recipients || gen_random_uuid() where conversation_id =
              {private} and seq = 1
            INV-33-streams: delete from live_event where conversation_id = {private} and seq = 2
            INV-33-streams: insert into live_event (position, name, conversation_id, recipients, seq, at) select
              nextval('live_event_seq'), name, conversation_id, recipients, seq, at from live_event where
              conversation_id = {private} and seq = 3
            INV-33-messages: delete from message where conversation_id = {private} and seq = 1
            INV-33-messages: update conversation set last_seq = last_seq + 1 where id = {private}
            INV-33-messages: update message set seq = seq + 10 where conversation_id = {private} and seq = 2
            INV-33-messages: update message set at = at - interval '1 day' where conversation_id = {private} and seq = 2
            INV-33-messages: update conversation set last_message_at = last_message_at + interval '1 s' where id =
              {talk}
            INV-33-only: update message set sender_id = gen_random_uuid() where conversation_id = {private} and seq = 1
            INV-33-only: update message set sender_id = '00000000-0000-0000-0000-000000000001' where conversation_id =
              {private} and seq = 1
            INV-33-the-circle: insert into conversation_member (conversation_id, member_id, role, joined_at) values
              ({talk}, gen_random_uuid(), 'PARTY', now())
            INV-33-the-circle: update known_purchase p set buyer_id = gen_random_uuid() from conversation c where c.id =
              {talk} and p.id = c.context_id
            INV-33-the-circle: insert into conversation_member (conversation_id, member_id, role, joined_at) values
              ({private}, gen_random_uuid(), 'STAFF', now())
            INV-33-the-circle: insert into conversation_member (conversation_id, member_id, role, joined_at) values
              ({support}, gen_random_uuid(), 'PARTY', now())
            INV-37: delete from audit where action = 'post-message' and target_id = '{talk}'
            INV-37: insert into audit (actor_id, action, target_type, target_id, at, correlation_id) select actor_id,
              action, target_type, target_id, at, 'x' from audit where action = 'post-message' and target_id =
              '{support}'
            """, "message", "attachment");

    private Offenders() {}
}
