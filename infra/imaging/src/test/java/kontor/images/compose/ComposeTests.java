package kontor.images.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTests {

    private static final List<ComposeRule> RULES = List.of(
            SettingRules.NOTHING_UNREAD,
            SettingRules.NOTHING_MISSING,
            SettingRules.REALM_IS_FILLED,
            SettingRules.SET_UP_IS_TOLD,
            SettingRules.BROKER_KNOWS,
            SettingRules.SAME_CLUSTER,
            EdgeRules.ONLY_EDGES,
            EdgeRules.EVERY_EDGE,
            EdgeRules.INSIDE,
            EdgeRules.LOOPBACK,
            HardeningRules.LEAST_RIGHTS,
            HardeningRules.NAMED_VOLUMES,
            HardeningRules.NO_SECRET_IN_SIGHT,
            HardeningRules.ROOM_FOR_THE_HEAP,
            PartRules.ALL_THERE,
            PartRules.EVERY_ROLE,
            PartRules.VERSIONS);

    /** A rule, what is written, what is written in its place, and what the rule says then. */
    private static final List<Arguments> MISTAKES = List.of(
            Arguments.of(
                    SettingRules.NOTHING_UNREAD,
                    "KONTOR_UPLOADS:",
                    "KONTOR_UPLOAD_FOLDER:",
                    "catalog-service does not read KONTOR_UPLOAD_FOLDER"),
            Arguments.of(
                    SettingRules.NOTHING_MISSING,
                    "target: KONTOR_MIGRATION_PASSWORD",
                    "target: KONTOR_OWNER_PASSWORD",
                    "order-service is not told KONTOR_MIGRATION_PASSWORD"),
            Arguments.of(
                    SettingRules.REALM_IS_FILLED,
                    "target: KONTOR_KIOSK_SECRET",
                    "target: KIOSK_SECRET",
                    "keycloak is not told KONTOR_KIOSK_SECRET"),
            Arguments.of(
                    SettingRules.SET_UP_IS_TOLD,
                    "KONTOR_POSTGRES:",
                    "KONTOR_DATABASE:",
                    "set-up and compose differ in KONTOR_POSTGRES"),
            Arguments.of(
                    SettingRules.BROKER_KNOWS,
                    "KAFKA_LOG_RETENTION_HOURS",
                    "KAFKA_LOG_KEEP_HOURS",
                    "kafka has no setting log.keep.hours"),
            Arguments.of(
                    SettingRules.BROKER_KNOWS,
                    "KAFKA_AUTO_CREATE_TOPICS_ENABLE: \"false\"",
                    "KAFKA_AUTO_CREATE_TOPICS_ENABLE: \"true\"",
                    "kafka makes topics by itself"),
            Arguments.of(SettingRules.SAME_CLUSTER, "--encoding=UTF8 ", "", "postgres is made without --encoding=UTF8"),
            Arguments.of(
                    EdgeRules.ONLY_EDGES,
                    "networks: [order-calls, order-data]",
                    "networks: [order-calls, order-data, ledger-data]",
                    "ledger-service meets order-service"),
            Arguments.of(
                    EdgeRules.ONLY_EDGES,
                    "networks: [set-up]",
                    "networks: [set-up, gateway-data]",
                    "gateway meets set-up"),
            Arguments.of(
                    EdgeRules.EVERY_EDGE,
                    "networks: [chat-calls, chat-data]",
                    "networks: [chat-data]",
                    "chat-service cannot reach gateway"),
            Arguments.of(
                    EdgeRules.INSIDE,
                    "ledger-data: *inside",
                    "ledger-data: {}",
                    "ledger-service is on ledger-data, which is not internal"),
            Arguments.of(
                    EdgeRules.LOOPBACK,
                    "127.0.0.1:${KONTOR_GATEWAY_PORT:-8080}:8080",
                    "8080:8080",
                    "gateway publishes 8080:8080"),
            Arguments.of(
                    HardeningRules.LEAST_RIGHTS, "read_only: true", "read_only: false", "kafka may write to its root"),
            Arguments.of(HardeningRules.LEAST_RIGHTS, "[ALL]", "[NET_RAW]", "postgres keeps capabilities"),
            Arguments.of(
                    HardeningRules.NAMED_VOLUMES,
                    "uploads:/var/lib",
                    "./uploads:/var/lib",
                    "catalog-service keeps files in ./uploads:/var/lib/kontor/uploads"),
            Arguments.of(
                    HardeningRules.NO_SECRET_IN_SIGHT,
                    "KC_CACHE: local",
                    "KC_DB_PASSWORD: secret",
                    "keycloak has KC_DB_PASSWORD in its environment"),
            Arguments.of(
                    HardeningRules.ROOM_FOR_THE_HEAP,
                    "mem_limit: 640m",
                    "mem_limit: 320m",
                    "ledger-service has 320m for a heap of 256m"),
            Arguments.of(
                    PartRules.ALL_THERE,
                    "5432/kontor_ledger",
                    "5432/kontor_order",
                    "ledger-service has KONTOR_DATABASE_URL = jdbc:postgresql://postgres:5432/kontor_order"),
            Arguments.of(
                    PartRules.EVERY_ROLE, "  chat_app: {", "  chat_application: {", "set-up has no secret chat_app"),
            Arguments.of(
                    PartRules.VERSIONS,
                    "keycloak:26.7.3}",
                    "keycloak:latest}",
                    "keycloak is ${KONTOR_KEYCLOAK_IMAGE:-quay.io/keycloak/keycloak:latest} and the build has 26.7.3"));

    private static final Path CHECKOUT = Compose.checkoutOfTests();

    @ParameterizedTest
    @MethodSource("rules")
    void isAsTheServicesAndTheArchitectureHaveIt(ComposeRule rule) throws IOException {
        assertThat(rule.faults().apply(Compose.parse(CHECKOUT, Compose.text(CHECKOUT))))
                .isEmpty();
    }

    static List<ComposeRule> rules() {
        return RULES;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsSeen(ComposeRule rule, String right, String wrong, String fault) throws IOException {
        String text = Compose.text(CHECKOUT);

        assertThat(text).contains(right);
        assertThat(rule.faults().apply(Compose.parse(CHECKOUT, text.replace(right, wrong))))
                .contains(fault);
    }

    static List<Arguments> mistakes() {
        return MISTAKES;
    }

    @Test
    void aMissingServiceIsSeen() throws IOException {
        String text = Compose.text(CHECKOUT).replace("  support-service:", "  helpdesk-service:");

        assertThat(PartRules.ALL_THERE.faults().apply(Compose.parse(CHECKOUT, text)))
                .contains("support-service is missing");
    }
}
