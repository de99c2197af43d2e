package kontor.testkit.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Faults that stood when a rule came in, one line each without line numbers, as often as they stand. A fault that is not
 * owed is red, and so is a debt that was paid and still listed: the list only becomes shorter.
 */
record Debt(Map<String, Long> owed) {

    static final String FILE = "infra/testkit/src/test/resources/tidy-debt.txt";

    static Debt of(Checkout checkout) {
        return new Debt(checkout.file(FILE).stream()
                .flatMap(file -> file.lines().stream())
                .filter(line -> !line.isBlank())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /** A line moves when something is written above it; a fault stays the same. */
    static String named(String fault) {
        return fault.replaceAll(":\\d+ ", ": ").replaceAll("has \\d+ (lines|types)", "has too many $1");
    }

    List<String> unknownOf(List<String> faults) {
        Map<String, Long> left = new java.util.HashMap<>(owed);
        List<String> unknown = new ArrayList<>();
        for (String fault : faults) {
            if (left.merge(named(fault), -1L, Long::sum) < 0) {
                unknown.add(fault);
            }
        }
        return unknown;
    }

    List<String> paidOf(List<String> faults) {
        Map<String, Long> standing = faults.stream().collect(Collectors.groupingBy(Debt::named, Collectors.counting()));
        return owed.entrySet().stream()
                .filter(debt -> standing.getOrDefault(debt.getKey(), 0L) < debt.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
