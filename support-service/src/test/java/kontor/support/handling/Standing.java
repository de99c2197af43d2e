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
                holders.put(level, members.support(level.ordinal()));
            }
        }
    }

    /** What a refusal must leave as it is. */
    record State(String row, String log) {}

    String bearer(Trial trial) {
        return trial.caller().equals("kiosk")
                ? Tokens.kiosk().bearer()
                : member(trial).bearer();
    }

    UUID idOf(Trial trial) {
        return member(trial).id();
    }

    private Member member(Trial trial) {
        return Objects.requireNonNull(
                trial.caller().equals("holder") ? holders.get(trial.level()) : callers.get(trial.caller()));
    }

    /** The same one each time. */
    long kept(Trial trial) {
        return kept.computeIfAbsent(trial.level() + " " + trial.from(), ignored -> made(trial));
    }

    /** A new one. */
    long made(Trial trial) {
        Member creator = Objects.requireNonNull(callers.get("creator"));
        long ticket = helpline.opened(creator, trial.level());
        if (trial.level() != Level.AUTO) {
            helpline.take(ticket, Objects.requireNonNull(holders.get(trial.level())))
                    .expect(201);
        }
        if (trial.from() != TicketStatus.OPEN) {
            helpline.move(ticket, helpline.chief(), trial.from()).expect(200);
        }
        return ticket;
    }

    State state(long ticket) {
        return new State(
                helpline.owner()
                        .sql("""
                                select concat_ws(' ', status, level, version, fact_version, open_seconds, reopened)
                                from ticket where id = ?
                                """)
                        .param(ticket)
                        .query((row, n) -> row.getString(1))
                        .single(),
                helpline.log(ticket).toString());
    }
}
