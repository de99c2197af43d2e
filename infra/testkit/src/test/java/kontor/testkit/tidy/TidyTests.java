package kontor.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TidyTests {

    static final List<TidyRule> RULES = List.of(
            SizeRules.FILES,
            SizeRules.LINES,
            SizeRules.METHODS,
            SizeRules.FEATURES,
            SizeRules.PLATFORM_STAYS_SMALL,
            SizeRules.SERVICE_POMS,
            CallRules.BANNED,
            CallRules.NOTES,
            LayoutRules.TOP_LEVEL,
            LayoutRules.PACKAGES,
            LayoutRules.READMES,
            LayoutRules.NO_HOME,
            TopicRules.DECLARED,
            MigrationRules.NUMBERED,
            MigrationRules.IMMUTABLE);

    private static final Checkout CHECKOUT = Checkout.around(Path.of(""));
    private static final Debt DEBT = Debt.of(CHECKOUT);

    /** What each rule has found: to look once is enough for both tests. */
    private static final Map<TidyRule, List<String>> FAULTS = new ConcurrentHashMap<>();

    /** Only adds what is missing: a checksum once written is for ever. */
    @BeforeAll
    static void freezeWhatIsMergedWhenAsked() throws IOException {
        if (Boolean.getBoolean("kontor.migrations.freeze")) {
            List<String> missing = MigrationRules.migrations(CHECKOUT)
                    .filter(file -> !MigrationRules.frozen(CHECKOUT).containsKey(file.path()))
                    .map(file -> MigrationRules.checksum(file) + "  " + file.path())
                    .toList();
            Files.write(CHECKOUT.root().resolve(MigrationRules.FROZEN), missing, StandardOpenOption.APPEND);
        }
    }

    @TestFactory
    Stream<DynamicTest> keepsTheCheckoutTidy() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(DEBT.unknownOf(faultsOf(rule)))
                                .as(rule.name())
                                .isEmpty()));
    }

    /** A ratchet: what is owed can only become less. */
    @Test
    void owesNothingThatIsPaid() {
        List<String> faults =
                RULES.stream().flatMap(rule -> faultsOf(rule).stream()).toList();

        assertThat(DEBT.paidOf(faults)).as("take these out of tidy-debt.txt").isEmpty();
    }

    @Test
    void looksAtTheWholeCheckout() {
        assertThat(CHECKOUT.files())
                .extracting(TextFile::path)
                .contains("pom.xml", "infra/testkit/pom.xml", "infra/contracts/src/main/resources/asyncapi.yaml");
    }

    private static List<String> faultsOf(TidyRule rule) {
        return FAULTS.computeIfAbsent(rule, unknown -> unknown.faults(CHECKOUT));
    }
}
