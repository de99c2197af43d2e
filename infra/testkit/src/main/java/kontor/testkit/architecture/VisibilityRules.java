package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a feature does not show, nobody can depend on. */
final class VisibilityRules {

    private static final Pattern INTERNAL_NAME = Pattern.compile(".+(Controller|Listener|Events|Settings|Client)");

    static final HouseRule ROLES_ARE_INTERNAL = HouseRule.everyClass(
            "controllers, activities, repositories, entities, listeners and settings are package-private",
            VisibilityRules::inspect);

    private VisibilityRules() {}

    private static void inspect(JavaClass type, Consumer<String> complain) {
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return;
        }
        if (isInternal(type)) {
            complain.accept("is internal to its feature: make it package-private");
        } else if (Role.isBean(type) && !isUsedElsewhere(type)) {
            complain.accept("is used by no other feature: make it package-private");
        }
    }

    private static boolean isInternal(JavaClass type) {
        return Role.isController(type)
                || Role.isEntity(type)
                || Role.isSettings(type)
                || Role.isRepository(type)
                || Role.isActivity(type)
                || INTERNAL_NAME.matcher(type.getSimpleName()).matches();
    }

    private static boolean isUsedElsewhere(JavaClass type) {
        return isApplication(type)
                || type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean isApplication(JavaClass type) {
        return type.getSimpleName().endsWith("Application");
    }
}
