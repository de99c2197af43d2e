package kontor.manifests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Everything under {@code infra/observability}, and the pages for whoever is woken. */
class WatchTests {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Watch WATCH = Watch.of(CHECKOUT, CHECKOUT);

    static final List<WatchRule> RULES = WatchRule.ALL;

    @ParameterizedTest
    @FieldSource("RULES")
    void keepsTheRule(WatchRule rule) {
        assertThat(rule.faultsOf(WATCH)).isEmpty();
    }
}
