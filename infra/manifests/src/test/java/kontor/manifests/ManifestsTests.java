package kontor.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything under {@code k8s}, as each overlay renders it. */
class ManifestsTests {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Sources SOURCES = new Sources(CHECKOUT);
    private static final List<String> OVERLAYS = List.of("dev", "prod");

    private static final Map<String, Shop> SHOPS = shops();

    private static Map<String, Shop> shops() {
        if (Boolean.getBoolean("kontor.rules.copy")) {
            AlarmRules.copy(CHECKOUT);
        }
        return OVERLAYS.stream()
                .collect(Collectors.toMap(
                        overlay -> overlay, overlay -> Shop.of(CHECKOUT.resolve("k8s/overlays/" + overlay), SOURCES)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void keepTheRule(String overlay, ManifestRule rule) {
        assertThat(rule.faultsOf(Objects.requireNonNull(SHOPS.get(overlay)))).isEmpty();
    }

    static Stream<Arguments> rules() {
        return OVERLAYS.stream().flatMap(overlay -> ManifestRule.ALL.stream().map(rule -> Arguments.of(overlay, rule)));
    }
}
