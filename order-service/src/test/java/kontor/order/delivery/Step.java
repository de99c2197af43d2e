package kontor.order.delivery;

import static kontor.order.purchase.PurchaseStatus.CANCELLED;
import static kontor.order.purchase.PurchaseStatus.DONE;
import static kontor.order.purchase.PurchaseStatus.PAID;
import static kontor.order.purchase.PurchaseStatus.REJECTED;
import static kontor.order.purchase.PurchaseStatus.SHIPPED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.purchase.PurchaseStatus;

/** One try: a caller asks for a status from another. What becomes of it is read off the table. */
record Step(PurchaseStatus from, PurchaseStatus to, String caller) {

    static final String GRANTED = "granted";

    /** The table of the domain page: from, to, letter in the log, who. What is not in it is done by nobody. */
    static final List<Row> TABLE = Row.read("""
            PENDING | OPEN      | C | catalog
            PENDING | REJECTED  | - | catalog, time
            OPEN    | PAID      | P | buyer, noting admin
            PAID    | SHIPPED   | S | seller, admin
            SHIPPED | DONE      | D | buyer, admin, time
            OPEN    | CANCELLED | X | buyer, seller, admin, time
            PAID    | CANCELLED | X | seller, admin
            """);

    /** The staff has a ticket on the purchase; the noting admin says that the total came in from outside. */
    private static final List<String> CALLERS =
            List.of("buyer", "seller", "admin", "noting admin", "staff", "stranger", "chief", "kiosk");

    private static final Map<PurchaseStatus, String> OPERATIONS =
            Map.of(PAID, "payment", SHIPPED, "shipment", DONE, "confirmation", CANCELLED, "cancellation");

    /** A row of the table. */
    record Row(PurchaseStatus from, PurchaseStatus to, String letter, Set<String> who) {

        private static List<Row> read(String table) {
            return table.lines()
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(cells -> new Row(
                            PurchaseStatus.valueOf(cells[0]),
                            PurchaseStatus.valueOf(cells[1]),
                            cells[2],
                            Set.of(cells[3].split(", ", -1))))
                    .toList();
        }
    }

    /** Whatever can be asked for, from everywhere, by everybody. */
    static Stream<Step> all() {
        return OPERATIONS.keySet().stream()
                .flatMap(to -> Stream.of(PurchaseStatus.values())
                        .flatMap(from -> CALLERS.stream()
                                .filter(caller -> to == PAID || !caller.equals("noting admin"))
                                .map(caller -> new Step(from, to, caller))));
    }

    String operation() {
        return String.valueOf(OPERATIONS.get(to));
    }

    String body() {
        return switch (to) {
            case PAID -> caller.equals("noting admin") ? "{\"external\": true}" : "{}";
            case SHIPPED -> "{\"trackingNumber\": \"RR 1 HU\", \"sellerReference\": \"7\"}";
            default -> "{}";
        };
    }

    boolean isGranted() {
        return TABLE.stream().anyMatch(row -> isIn(row) && row.who().contains(caller));
    }

    /** The caller's class, then whether he sees it, then his right, then the state. */
    String expected() {
        boolean isHidden = from == REJECTED && !caller.equals("buyer");
        if (caller.equals("kiosk")) {
            return "403 forbidden";
        }
        if (isHidden || caller.equals("stranger") || caller.equals("chief")) {
            return "404 not-found";
        }
        if (!allowed().contains(caller)) {
            return "403 forbidden";
        }
        if (from == to) {
            return "409 already-in-state";
        }
        return isGranted() ? GRANTED : "409 not-allowed-in-state";
    }

    /** Who may do it from there; where nobody can, who may do it from anywhere. */
    private Set<String> allowed() {
        boolean isInTable = TABLE.stream().anyMatch(this::isIn);
        return TABLE.stream()
                .filter(row -> isInTable ? isIn(row) : row.to() == to)
                .flatMap(row -> row.who().stream())
                .collect(Collectors.toSet());
    }

    private boolean isIn(Row row) {
        return row.from() == from && row.to() == to;
    }

    @Override
    public String toString() {
        return "%s to %s by %s".formatted(from, to, caller);
    }
}
