package kontor.reporting.number;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kontor.platform.security.KnownMember;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.newest.Product;
import kontor.reporting.newest.States;
import kontor.reporting.shelf.ShelfPurchases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Members in numbers (section 10), from their newest states. */
@Configuration(proxyBeanMethods = false)
class NumberReports {

    @Bean
    Report members() {
        return Report.of("members", (reading, question) -> {
            Collection<KnownMember> all = reading.newest(States.MEMBERS).values();
            return List.of(
                    row("all", all, _ -> true),
                    row("registered", all, member -> member.status().equals("REGISTERED")),
                    row("verified", all, member -> member.status().equals("VERIFIED")),
                    row("active", all, KnownMember::isActive),
                    row("system", all, KnownMember::systemMember),
                    row("anonymised", all, member -> member.status().equals("ANONYMISED")));
        });
    }

    private static Row row(String which, Collection<KnownMember> all, Predicate<KnownMember> is) {
        return Row.of()
                .with("members", which)
                .with("number", all.stream().filter(is).count());
    }

    @Bean
    Report membersByRank() {
        return Report.of("members-by-rank", (reading, question) -> {
            Map<String, Long> ranks = reading.newest(States.MEMBERS).values().stream()
                    .collect(Collectors.groupingBy(
                            member -> Objects.requireNonNullElse(member.rankName(), ""),
                            TreeMap::new,
                            Collectors.counting()));
            return ranks.entrySet().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .map(rank -> Row.of().with("rank", rank.getKey()).with("number", rank.getValue()))
                    .toList();
        });
    }

    /** Pieces sold at the shelf of what is active and for sale now, most first, then by product (L-14). */
    @Bean
    Report favourites() {
        return Report.of("favourites", (reading, question) -> {
            Map<Long, Long> pieces = new TreeMap<>();
            reading.sums(ShelfPurchases.TURNOVER)
                    .forEach(sum ->
                            pieces.merge(Long.valueOf(sum.key("productId")), sum.value("pieces"), Math::addExact));
            Map<Long, Product> wanted = reading.newest(States.PRODUCTS).values().stream()
                    .filter(product -> product.active() && product.forSale() && pieces.containsKey(product.productId()))
                    .collect(Collectors.toMap(Product::productId, Function.identity()));
            return wanted.values().stream()
                    .sorted(Comparator.comparingLong((Product product) -> -pieces.getOrDefault(product.productId(), 0L))
                            .thenComparingLong(Product::productId))
                    .map(product -> Row.of()
                            .with("productId", product.productId())
                            .with("name", product.name())
                            .with("pieces", pieces.getOrDefault(product.productId(), 0L)))
                    .toList();
        });
    }
}
