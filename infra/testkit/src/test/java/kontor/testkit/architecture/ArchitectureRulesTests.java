package kontor.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTests {

    private static final String SAMPLES = "kontor.testkit.samples.";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void findsEveryFault(String sample, HouseRule rule, List<String> faults) {
        EvaluationResult result = rule.rule().evaluate(classes(SAMPLES + sample));

        assertThat(faults)
                .allSatisfy(fault ->
                        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(fault)));
    }

    static Stream<Arguments> findsEveryFault() {
        return Stream.of(shape(), edges(), inside()).flatMap(cases -> cases);
    }

    private static Stream<Arguments> shape() {
        return Stream.of(
                arguments("cycle", FeatureRules.noCycles(SAMPLES + "cycle"), List.of("Cycle detected")),
                arguments(
                        "stranger",
                        FeatureRules.activitiesStayAtHome(SAMPLES + "stranger"),
                        List.of("Ordering uses an activity of another feature")),
                arguments(
                        "open",
                        VisibilityRules.ROLES_ARE_INTERNAL,
                        List.of(
                                "OpenController is",
                                "OpenEntity is",
                                "Knobs is",
                                "Lonely is",
                                "Opening is",
                                "Client is")),
                arguments("util", NameRules.PACKAGES, List.of("layer: util")),
                arguments(
                        "util",
                        NameRules.TYPES,
                        List.of("PriceUtils has", "PriceDto has", "AbstractPrice has", "PriceException has")));
    }

    private static Stream<Arguments> edges() {
        return Stream.of(
                arguments(
                        "wire",
                        MessagingRules.KNOWN_AT_THE_EDGE_ONLY,
                        List.of("messaging.Outbox", "KafkaTemplate", "KafkaListener")),
                arguments("wire", MessagingRules.NO_SENDING, List.of("sends by itself")),
                arguments("wire", MessagingRules.groups("kontor.ledger"), List.of("otherwise: 'buyers'")),
                arguments(
                        "door",
                        HandlerRules.EVERY_HANDLER_IS_GUARDED,
                        List.of("DoorController.unguarded()", "DoorController.leaking()")),
                arguments("door", HandlerRules.ENTITIES_STAY_INSIDE, List.of("DoorController.leaking()")),
                arguments("door", HandlerRules.NO_BARE_RETRIEVE, List.of("calls retrieve()")),
                arguments(
                        "rejection",
                        RejectionRules.DOCUMENTED,
                        List.of("NotFinal is a refusal", "WithoutPage has a code", "Computed has no literal code")));
    }

    private static Stream<Arguments> inside() {
        return Stream.of(
                arguments(
                        "time",
                        TimeRules.ONE_CLOCK,
                        List.of(
                                "calls method <java.time.Instant.now()>",
                                "references method <java.time.Instant.now()>",
                                "java.time.LocalDate.now(java.time.ZoneId)",
                                "java.time.Clock.systemUTC()",
                                "java.lang.System.currentTimeMillis()",
                                "java.util.Date.<init>()")),
                arguments(
                        "transaction",
                        TransactionRules.STARTS_AT_THE_ACTIVITY,
                        List.of("starts transactions", "starts a transaction in read")),
                arguments(
                        "construction",
                        ConstructionRules.BY_CONSTRUCTOR,
                        List.of("Crowded.clock", "Crowded.size", "Crowded.inject(")),
                arguments("construction", ConstructionRules.FEW_COLLABORATORS, List.of("takes 6")),
                arguments("construction", ConstructionRules.NO_STATIC_STATE, List.of("state in calls")),
                arguments(
                        "construction",
                        ConstructionRules.ENTITIES_ARE_CLOSED,
                        List.of("has a setter: setId", "has a public constructor")));
    }

    @Test
    void provesEveryRule() {
        assertThat(findsEveryFault().map(arguments -> arguments.get()[1] instanceof HouseRule rule ? rule.name() : ""))
                .containsAll(ArchitectureRules.rules("kontor.ledger").stream()
                        .map(HouseRule::name)
                        .toList());
    }

    @Test
    void findsNothingInCodeThatKeepsTheRules() {
        JavaClasses good = classes(SAMPLES + "good");

        assertThat(ArchitectureRules.rules(SAMPLES + "good")).allSatisfy(rule -> rule.check(good));
    }

    @Test
    void failsWhereThereIsNothingToLookAt() {
        assertThatThrownBy(() -> ArchitectureRules.check("kontor.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void leavesOutWhatPlatformAndGatewayAreFor() {
        assertThat(ArchitectureRules.rules("kontor.platform")).doesNotContain(TimeRules.ONE_CLOCK);
        assertThat(ArchitectureRules.rules("kontor.gateway")).doesNotContain(HandlerRules.EVERY_HANDLER_IS_GUARDED);
        assertThat(ArchitectureRules.of("kontor.testkit")).isNotEmpty();
    }

    private static JavaClasses classes(String root) {
        return new ClassFileImporter().importPackages(root);
    }
}
