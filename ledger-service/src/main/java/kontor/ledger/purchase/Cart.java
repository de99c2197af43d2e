package kontor.ledger.purchase;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.ledger.account.Money;

/** Priced lines that are booked together; their costs lie within the range of amounts (G-8). */
record Cart(Instant enteredAt, List<PricedLine> lines) {

    Cart {
        lines = List.copyOf(lines);
        lines.stream().collect(Collectors.groupingBy(Cart::buyer)).values().forEach(Cart::cost);
    }

    /**
     * The lines of each buyer, credits before debits: so each balance on the way lies at or above the last one or the
     * first one, and the limit, checked on the last, holds for the whole.
     */
    Map<UUID, List<PricedLine>> byBuyer() {
        return lines.stream()
                .sorted(Comparator.comparingLong(line -> line.total().minor()))
                .collect(Collectors.groupingBy(Cart::buyer, LinkedHashMap::new, Collectors.toList()));
    }

    static Money cost(List<PricedLine> lines) {
        return lines.stream().map(PricedLine::total).reduce(Money.ZERO, Money::plus);
    }

    private static UUID buyer(PricedLine line) {
        return line.member().memberId();
    }
}
