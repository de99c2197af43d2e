package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the journeys, and before a restore begins new logs: no secret and nothing of members was told (INV-38). */
@Order(80)
@ExtendWith(ShopExtension.class)
class PrivacyIT {

    /** With which the journeys register people. */
    private static final String PASSWORD = "a long secret 42";

    private final Shop shop;

    PrivacyIT(Shop shop) {
        this.shop = shop;
    }

    @Test
    void logsAndTracesHoldIdsOnly() throws Exception {
        List<String> secrets = new ArrayList<>(shop.secrets());
        secrets.add(PASSWORD);
        PrivateMarks marks = PrivateMarks.of(shop, secrets);
        assertThat(marks.words()).hasSizeGreaterThan(50);
        assertThat(shop.logs()).hasSizeGreaterThan(8);

        List<String> leaks = new ArrayList<>();
        for (Path log : shop.logs()) {
            // What the launcher tells whoever starts it, how the demo people log in among it, is kept there.
            if (log.endsWith("launcher.log")) {
                continue;
            }
            try (Stream<String> lines = Files.lines(log)) {
                lines.forEach(line -> marks.in(line)
                        .forEach(mark -> leaks.add("%s: %s: %s".formatted(log.getFileName(), mark, line))));
            }
        }
        shop.collector().texts().forEach(spans -> marks.in(spans).forEach(mark -> leaks.add("traces: " + mark)));

        assertThat(leaks).isEmpty();
    }

    @Test
    void aLineThatTellsSomethingIsNoticed() throws Exception {
        PrivateMarks marks = PrivateMarks.of(shop, shop.secrets());

        assertThat(Stream.of(
                        "Registered ada@example.org",
                        "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
                        "Pays from HU42 1177 3016 1111 1018 0000 0000",
                        "Hello " + marks.words().iterator().next() + "."))
                .allSatisfy(line -> assertThat(marks.in(line)).isNotEmpty());
        assertThat(marks.in("Order 17 of 0199c0de-0000-7000-8000-00000000ada0 was placed."))
                .isEmpty();
    }
}
