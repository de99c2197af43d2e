package kontor.e2e;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.local.service.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rules and dashboards ask for, the shop tells. It is late, because many a figure begins with its first event. */
@Order(85)
@ExtendWith(ShopExtension.class)
class AskedFiguresIT {

    private static final Path ASKED = Path.of("../observability/metrics.txt");
    private static final Pattern FIGURE = Pattern.compile("(\\w+)(?:\\{(.*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Made by the first call that a limit refuses; no journey calls that often. */
    private static final String OF_LIMITS = "gateway_limit_refusals_total";

    private final Shop shop;

    AskedFiguresIT(Shop shop) {
        this.shop = shop;
    }

    @Test
    void areTold() throws IOException {
        refuseAPurchase();
        Map<String, Set<String>> told = new HashMap<>();
        for (Service service : Service.ALL) {
            Figures.of(shop.ports(), service).all("").keySet().stream()
                    .map(FIGURE::matcher)
                    .filter(Matcher::matches)
                    .map(Matcher::toMatchResult)
                    .forEach(figure -> told.computeIfAbsent(figure.group(1), name -> new HashSet<>())
                            .addAll(labels(figure)));
        }

        assertThat(asked()).isNotEmpty().allSatisfy(line -> {
            String[] parts = line.split("[{}]", -1);
            assertThat(told).containsKey(parts[0]);
            if (parts.length > 1) {
                assertThat(told.get(parts[0])).as(line).contains(parts[1].split(",", -1));
            }
        });
    }

    /** The ledger has counted none since it was last restarted. */
    private void refuseAPurchase() {
        Community community = Community.of(shop);
        String member = community.member("Asked", "Contender");
        assertThat(community
                        .buy(shop.as("kiosk"), member, community.product(100), 1)
                        .code())
                .isEqualTo("insufficient-credit");
    }

    private static List<String> asked() throws IOException {
        try (var lines = Files.lines(ASKED)) {
            return lines.filter(line -> !line.startsWith("#") && !line.startsWith(OF_LIMITS))
                    .toList();
        }
    }

    private static Set<String> labels(MatchResult figure) {
        return figure.group(2) == null
                ? Set.of()
                : LABEL.matcher(figure.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .collect(toSet());
    }
}
