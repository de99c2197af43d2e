package kontor.invoice;

import java.util.stream.Stream;
import kontor.testkit.architecture.ArchitectureRules;
import kontor.testkit.architecture.ModularityRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> keepsTheHouseRules() {
        return ArchitectureRules.of("kontor.invoice");
    }

    @Test
    void keepsItsFeaturesApart() {
        ModularityRules.check("kontor.invoice");
    }
}
