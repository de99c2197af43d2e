package kontor.support.handling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;

/** One try: a caller asks for a status of a ticket at some level. What becomes of it is read off the table. */
record Trial(Level level, TicketStatus from, TicketStatus to, String caller) {

    static final String GRANTED = "granted";

    /** The table of the domain page: from, to, who. What is not in it is done by nobody. */
    static final List<Row> TABLE = Row.read("""
            OPEN    | PENDING | holder, chief
            PENDING | OPEN    | creator, holder, chief
            OPEN    | SOLVED  | holder, chief
            PENDING | SOLVED  | holder, chief
            SOLVED  | OPEN    | creator
            SOLVED  | CLOSED  | creator
            OPEN    | CLOSED  | creator, chief
            PENDING | CLOSED  | creator, chief
            """);

    /** The holder has the ticket and the lowest grant that lets him; the admin counts as chief. */
    private static final List<String> CALLERS =
            List.of("creator", "holder", "support-1", "support-2", "chief", "admin", "stranger", "kiosk");

    /** A row of the table. */
    record Row(TicketStatus from, TicketStatus to, Set<String> who) {

        private static List<Row> read(String table) {
            return table.lines()
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(cells -> new Row(
                            TicketStatus.valueOf(cells[0]),
                            TicketStatus.valueOf(cells[1]),
                            Set.of(cells[2].split(", ", -1))))
                    .toList();
        }
    }

    /** Whatever can be asked for, from everywhere, by everybody; nobody has a ticket at AUTO. */
    static Stream<Trial> all() {
        return Stream.of(Level.values())
                .flatMap(level -> Stream.of(TicketStatus.values())
                        .flatMap(from -> Stream.of(TicketStatus.values())
                                .flatMap(to -> CALLERS.stream()
                                        .filter(caller -> level != Level.AUTO || !caller.equals("holder"))
                                        .map(caller -> new Trial(level, from, to, caller)))));
    }

    boolean isGranted() {
        return expected().equals(GRANTED);
    }

    /** The caller's class, then whether he sees it, then his level, then his right, then the state. */
    String expected() {
        if (caller.equals("kiosk")) {
            return "403 forbidden";
        }
        if (caller.equals("stranger")) {
            return "404 not-found";
        }
        if ((caller.equals("support-1") && level.isAbove(1)) || (caller.equals("support-2") && level.isAbove(2))) {
            return "403 level-too-low";
        }
        if (!allowed().contains(caller.equals("admin") ? "chief" : caller)) {
            return "403 forbidden";
        }
        if (from == to) {
            return "409 already-in-state";
        }
        return isInTable() ? GRANTED : "409 not-allowed-in-state";
    }

    /** Who may do it from there; where nobody can, who may do it from anywhere. The holder at CHIEF is a chief. */
    private Set<String> allowed() {
        Set<String> allowed = TABLE.stream()
                .filter(row -> row.to() == to && (row.from() == from || !isInTable()))
                .flatMap(row -> row.who().stream())
                .collect(Collectors.toSet());
        if (level == Level.CHIEF && allowed.contains("chief")) {
            allowed.add("holder");
        }
        return allowed;
    }

    private boolean isInTable() {
        return TABLE.stream().anyMatch(row -> row.from() == from && row.to() == to);
    }

    @Override
    public String toString() {
        return "%s at %s to %s by %s".formatted(from, level, to, caller);
    }
}
