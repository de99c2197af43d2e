package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Features hang together as a tree over the core. */
final class FeatureRules {

    private FeatureRules() {}

    /** May be empty: a service of a single package has nothing to go round. */
    static HouseRule noCycles(String root) {
        return new HouseRule(
                "features form no cycle",
                SlicesRuleDefinition.slices()
                        .matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true));
    }

    static HouseRule activitiesStayAtHome(String root) {
        return HouseRule.everyClass(
                "features use each other's ids and events, never each other's activities",
                (type, complain) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForeignActivity(root, type, dependency.getTargetClass()))
                        .forEach(dependency -> complain.accept(
                                "uses an activity of another feature: " + dependency.getDescription())));
    }

    private static boolean isForeignActivity(String root, JavaClass user, JavaClass used) {
        return used.getPackageName().startsWith(root)
                && !used.getPackageName().equals(user.getPackageName())
                && Role.isActivity(used);
    }
}
