package kontor.testkit.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.VerificationOptions;

/** Spring Modulith's view of a service: each feature is a module, its sub-packages are nobody else's business. */
public final class ModularityRules {

    private ModularityRules() {}

    /** Fails when a feature reaches into the inside of another, or when features go round in a circle. */
    public static void check(String root) {
        check(root, WrittenByHand.ONLY);
    }

    static void check(String root, ImportOption classes) {
        ApplicationModules.of(root, classes)
                .verify(VerificationOptions.defaults().withoutAdditionalVerifications());
    }
}
