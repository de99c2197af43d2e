package kontor.ledger.purchase;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import kontor.ledger.account.Money;
import kontor.ledger.product.KnownProduct;
import kontor.ledger.product.KnownProducts;
import kontor.platform.Rejection;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges and prices the lines of a cart, one by one (L-10). */
@Component
class Pricing {

    private final MemberDirectory members;
    private final KnownProducts products;
    private final Clock clock;

    Pricing(MemberDirectory members, KnownProducts products, Clock clock) {
        this.members = members;
        this.products = products;
        this.clock = clock;
    }

    /**
     * By what is remembered, which may be outdated: the booking compares it with the tables. Empty if it would refuse.
     */
    Optional<Cart> byMemory(MakePurchase command) {
        try {
            Map<UUID, Optional<KnownMember>> known = new HashMap<>();
            @Nullable KnownMember caller = command.entry().member();
            if (caller != null) {
                known.put(caller.memberId(), Optional.of(caller));
            }
            return Optional.of(price(command, known, products::recent));
        } catch (Rejection ignored) {
            // What memory refuses the tables may allow.
            return Optional.empty();
        }
    }

    /** By the tables as they are now; refuses with the first failure in the order of L-10. */
    Cart byTables(MakePurchase command) {
        return price(command, new HashMap<>(), products::newest);
    }

    private Cart price(
            MakePurchase command, Map<UUID, Optional<KnownMember>> buyers, LongFunction<Optional<KnownProduct>> goods) {
        Instant now = clock.instant();
        List<PricedLine> lines = command.lines().stream()
                .map(line -> PricedLine.judge(
                        line,
                        buyers.computeIfAbsent(line.memberId(), members::byId).orElse(null),
                        goods.apply(line.productId()).orElse(null),
                        command.entry().isByAdmin(),
                        now))
                .toList();
        return new Cart(now, lines);
    }

    /** Priced lines that are booked together; their costs lie within the range of amounts (G-8). */
    record Cart(Instant enteredAt, List<PricedLine> lines) {

        Cart {
            lines = List.copyOf(lines);
            lines.stream().collect(Collectors.groupingBy(Cart::buyer)).values().forEach(Cart::cost);
        }

        /**
         * The lines of each buyer, credits before debits: so each balance on the way lies at or above the last one or
         * the first one, and the limit, checked on the last, holds for the whole.
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
}
