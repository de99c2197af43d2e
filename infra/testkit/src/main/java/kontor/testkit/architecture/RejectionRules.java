package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.function.Consumer;

/** Every refusal is final, named by a code in its own constructor, and explained on a page. */
final class RejectionRules {

    static final HouseRule DOCUMENTED =
            HouseRule.everyClass("refusals are final and their codes stand in problems.yaml", RejectionRules::inspect);

    private RejectionRules() {}

    private static void inspect(JavaClass type, Consumer<String> complain) {
        if (!type.isAssignableTo(Role.REJECTION) || type.getName().equals(Role.REJECTION)) {
            return;
        }
        if (!type.getModifiers().contains(JavaModifier.FINAL)) {
            complain.accept("is a refusal and not final");
        }
        Optional<String> code = RejectionCode.of(type);
        if (code.isEmpty() && isOfOneCode(type)) {
            complain.accept("has no literal code beside its kind in the constructor");
        }
        code.filter(known -> !ProblemPages.codes().contains(known))
                .ifPresent(unknown -> complain.accept("has a code without a page in problems.yaml: " + unknown));
    }

    /** Only the platform's refusal of a malformed request takes the code of its first fault. */
    private static boolean isOfOneCode(JavaClass type) {
        return !type.getPackageName().startsWith("kontor.platform");
    }
}
