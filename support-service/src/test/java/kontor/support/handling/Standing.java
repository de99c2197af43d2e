package kontor.support.handling;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.support.Helpline;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.Tokens;

/** Tickets of one member at every level and in every status, with staff on them, and who else asks for them. */
final class Standing {

    private final Helpline helpline;
    private final Map<String, Member> callers = new HashMap<>();
    private final Map<Level, Member> holders = new EnumMap<>(Level.class);
    private final Map<String, Long> kept = new HashMap<>();

    Standing(Helpline helpline) {
        this.helpline = helpline;
        Members members = helpline.members();
        callers.put("creator", members.verified());
        callers.put("support-1", members.support(1));
        callers.put("support-2", members.support(2));
        callers.put("chief", helpline.chief());
        callers.put("admin", members.admin());
        callers.put("stranger", members.verified());
        for (Level level : Level.values()) {
            if (level != Level.AUTO) {
                holders.put(level, members.support(level.rank()));
            }
        }
    }

    String bearer(Level level, String caller) {
        return caller.equals("kiosk")
                ? Tokens.kiosk().bearer()
                : member(level, caller).bearer();
    }

    UUID idOf(Level level, String caller) {
        return member(level, caller).id();
    }

    private Member member(Level level, String caller) {
        return Objects.requireNonNull(caller.equals("holder") ? holders.get(level) : callers.get(caller));
    }

    /** The same one each time. */
    long kept(Level level, TicketStatus status) {
        return kept.computeIfAbsent(level + " " + status, ignored -> made(level, status));
    }

    /** A new one, which somebody has unless it is at AUTO. */
    long made(Level level, TicketStatus status) {
        Member creator = Objects.requireNonNull(callers.get("creator"));
        long ticket = helpline.opened(creator, level);
        if (level != Level.AUTO) {
            helpline.take(ticket, Objects.requireNonNull(holders.get(level))).expect(201);
        }
        if (status != TicketStatus.OPEN) {
            helpline.move(ticket, helpline.chief(), status).expect(200);
        }
        return ticket;
    }

    /** What a refusal must leave as it is: the ticket, its assignments and its log. */
    String state(long ticket) {
        return helpline.owner()
                .sql("""
                        select concat_ws(' ', status, level, priority, version, fact_version, open_seconds, reopened,
                            (select string_agg(a.status, ',' order by a.id) from assignment a where a.ticket_id = t.id),
                            (select string_agg(l.action || ' ' || l.detail, ',' order by l.id)
                                from ticket_log l where l.ticket_id = t.id))
                        from ticket t where id = ?
                        """)
                .param(ticket)
                .query((row, n) -> row.getString(1))
                .single();
    }
}
