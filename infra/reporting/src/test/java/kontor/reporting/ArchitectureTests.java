package kontor.reporting;

import java.util.stream.Stream;
import kontor.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> keepsTheHouseRules() {
        return ArchitectureRules.of("kontor.reporting");
    }
}
