package kontor.support.handling;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.support.ticket.Level;
import kontor.support.ticket.TicketStatus;

/** One try at what moves level, priority or assignment of a ticket, OPEN or CLOSED, which somebody has but at AUTO. */
record Act(Level level, TicketStatus from, String operation, String caller) {

    private static final List<String> CALLERS =
            List.of("creator", "holder", "support-1", "support-2", "chief", "admin", "stranger", "kiosk");

    /** Path and body of each operation; what has no body deletes. */
    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "take", List.of("assignments", "{}"),
            "take over", List.of("assignments", "{\"takeOver\": true}"),
            "release", List.of("assignments/mine"),
            "escalate", List.of("escalation", "{\"reason\": \"\"}"),
            "prioritise", List.of("priority", "{\"priority\": \"HIGH\"}"),
            "human", List.of("human", "{}"),
            "accept", List.of("acceptance", "{}"));

    /** Whatever can be asked for, at every level, by everybody; nobody has a ticket at AUTO. */
    static Stream<Act> all() {
        return Stream.of(Level.values())
                .flatMap(level -> Stream.of(TicketStatus.OPEN, TicketStatus.CLOSED)
                        .flatMap(from -> OPERATIONS.keySet().stream()
                                .flatMap(operation -> CALLERS.stream()
                                        .filter(caller -> level != Level.AUTO || !caller.equals("holder"))
                                        .map(caller -> new Act(level, from, operation, caller)))));
    }

    String path() {
        return request().getFirst();
    }

    boolean deletes() {
        return request().size() == 1;
    }

    String body() {
        return request().getLast();
    }

    private List<String> request() {
        return OPERATIONS.getOrDefault(operation, List.of());
    }

    boolean isGranted() {
        return expected().startsWith("2");
    }

    /** The caller's class, then whether he sees it, then his level, then his right, then the state. */
    String expected() {
        boolean isCreators = operation.equals("human") || operation.equals("accept");
        boolean isNoStaff = caller.equals("creator") || caller.equals("stranger");
        if (caller.equals("kiosk") || (isNoStaff && !isCreators)) {
            return "403 forbidden";
        }
        if (caller.equals("stranger")) {
            return "404 not-found";
        }
        if ((caller.equals("support-1") && level.isAbove(1)) || (caller.equals("support-2") && level.isAbove(2))) {
            return "403 level-too-low";
        }
        boolean isNotOnIt = caller.startsWith("support-");
        if ((isCreators && !caller.equals("creator")) || (operation.equals("prioritise") && isNotOnIt)) {
            return "403 forbidden";
        }
        return from == TicketStatus.CLOSED ? "409 not-allowed-in-state" : whileOpen();
    }

    private String whileOpen() {
        boolean isAuto = level == Level.AUTO;
        boolean isHolder = caller.equals("holder");
        return switch (operation) {
            case "take" -> isHolder ? "409 already-in-state" : isAuto ? "201" : "409 already-assigned";
            case "take over" -> isHolder ? "409 already-in-state" : "201";
            case "release" -> isHolder ? "204" : "404 not-found";
            case "escalate" -> isAuto || level == Level.CHIEF ? "409 not-allowed-in-state" : "200";
            case "human" -> isAuto ? "200" : "409 already-in-state";
            case "accept" -> isAuto ? "200" : "409 not-allowed-in-state";
            default -> "200";
        };
    }

    @Override
    public String toString() {
        return "%s %s at %s by %s".formatted(operation, from, level, caller);
    }
}
