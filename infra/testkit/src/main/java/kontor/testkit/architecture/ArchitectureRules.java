package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * All rules over the classes of one module, one test each:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheHouseRules() {
 *     return ArchitectureRules.of("kontor.ledger");
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String PLATFORM = "kontor.platform";
    private static final String GATEWAY = "kontor.gateway";
    private static final String OBSERVING = "kontor.observing";
    private static final String REPORTING = "kontor.reporting";

    /** Rules that the platform exists to break in one place, so that nobody else has to. */
    private static final Set<HouseRule> NOT_FOR_PLATFORM = Set.of(
            TimeRules.ONE_CLOCK,
            MessagingRules.KNOWN_AT_THE_EDGE_ONLY,
            MessagingRules.NO_SENDING,
            TransactionRules.STARTS_AT_THE_ACTIVITY,
            VisibilityRules.ROLES_ARE_INTERNAL);

    /** The gateway has no operations of the shop and does without the platform. */
    private static final Set<HouseRule> NOT_FOR_GATEWAY = Set.of(HandlerRules.EVERY_HANDLER_IS_GUARDED);

    /** It looks at all listeners of a service from outside. */
    private static final Set<HouseRule> NOT_FOR_OBSERVING = Set.of(MessagingRules.KNOWN_AT_THE_EDGE_ONLY);

    /** All that reporting does is hear; what it hears is the language of its subjects. */
    private static final Set<HouseRule> NOT_FOR_REPORTING = Set.of(MessagingRules.KNOWN_AT_THE_EDGE_ONLY);

    private ArchitectureRules() {}

    /** A test per rule over the main classes below this package, which must not be empty. */
    public static Stream<DynamicTest> of(String root) {
        JavaClasses classes =
                new ClassFileImporter().withImportOption(WrittenByHand.ONLY).importPackages(root);
        return rules(root).stream().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.check(classes)));
    }

    /** All rules at once, failing at the first broken one. */
    public static void check(String root) {
        JavaClasses classes =
                new ClassFileImporter().withImportOption(WrittenByHand.ONLY).importPackages(root);
        rules(root).forEach(rule -> rule.check(classes));
    }

    static List<HouseRule> rules(String root) {
        Set<HouseRule> left = switch (root) {
            case PLATFORM -> NOT_FOR_PLATFORM;
            case GATEWAY -> NOT_FOR_GATEWAY;
            case OBSERVING -> NOT_FOR_OBSERVING;
            case REPORTING -> NOT_FOR_REPORTING;
            default -> Set.of();
        };
        return all(root).stream().filter(rule -> !left.contains(rule)).toList();
    }

    private static List<HouseRule> all(String root) {
        return List.of(
                FeatureRules.noCycles(root),
                FeatureRules.activitiesStayAtHome(root),
                VisibilityRules.ROLES_ARE_INTERNAL,
                NameRules.PACKAGES,
                NameRules.TYPES,
                MessagingRules.KNOWN_AT_THE_EDGE_ONLY,
                MessagingRules.NO_SENDING,
                MessagingRules.groups(root),
                TimeRules.ONE_CLOCK,
                HandlerRules.EVERY_HANDLER_IS_GUARDED,
                HandlerRules.ENTITIES_STAY_INSIDE,
                HandlerRules.NO_BARE_RETRIEVE,
                TransactionRules.STARTS_AT_THE_ACTIVITY,
                ConstructionRules.BY_CONSTRUCTOR,
                ConstructionRules.FEW_COLLABORATORS,
                ConstructionRules.NO_STATIC_STATE,
                ConstructionRules.ENTITIES_ARE_CLOSED,
                RejectionRules.DOCUMENTED);
    }
}
