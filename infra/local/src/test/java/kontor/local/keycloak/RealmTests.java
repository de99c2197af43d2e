package kontor.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm file is what production imports too, so every point of hardening is held here. */
class RealmTests {

    private static final JsonNode REALM =
            JsonMapper.builder().build().readTree(realmFile().toFile());
    private static final List<String> USED = List.of("kontor-web", "kontor-cli", "kontor-kiosk", "kontor-identity");

    private static Path realmFile() {
        Path inModule = Path.of("../keycloak/realm-kontor.json");
        return Files.exists(inModule) ? inModule : Path.of("infra/keycloak/realm-kontor.json");
    }

    @Test
    void guessedPasswordsLockForAWhileAndNeverForEver() {
        assertThat(REALM.required("bruteForceProtected").booleanValue()).isTrue();
        assertThat(REALM.required("permanentLockout").booleanValue()).isFalse();
        assertThat(number("failureFactor")).isBetween(3, 10);
        assertThat(number("maxFailureWaitSeconds")).isBetween(60, 3600);
    }

    @Test
    void passwordsFollowTheRules() {
        assertThat(REALM.required("passwordPolicy").asString())
                .contains(
                        "length(8)",
                        "maxLength(64)",
                        "notUsername(undefined)",
                        "notEmail(undefined)",
                        "forceExpiredPasswordChange(${KONTOR_PASSWORD_EXPIRY_DAYS})");
    }

    @Test
    void hasTheRolesThatMirrorTheShopAndGivesThemToNoToken() {
        List<String> mirrored = List.of("admin", "support-1", "support-2", "support-chief");

        assertThat(REALM.required("roles")
                        .required("realm")
                        .valueStream()
                        .map(role -> role.required("name").asString()))
                .contains("kiosk")
                .containsAll(mirrored);
        assertThat(REALM.required("scopeMappings")
                        .valueStream()
                        .flatMap(mapping -> texts(mapping.required("roles")).stream()))
                .doesNotContainAnyElementsOf(mirrored);
    }

    @Test
    void tokensAreShortLivedAndRefreshTokensRotate() {
        assertThat(number("accessTokenLifespan")).isEqualTo(300);
        assertThat(number("ssoSessionIdleTimeout")).isEqualTo(1800);
        assertThat(number("ssoSessionMaxLifespan")).isEqualTo(36_000);
        assertThat(number("clientSessionIdleTimeout")).isEqualTo(1800);
        assertThat(number("clientSessionMaxLifespan")).isEqualTo(36_000);
        assertThat(number("offlineSessionIdleTimeout")).isEqualTo(1800);
        assertThat(number("offlineSessionMaxLifespan")).isEqualTo(36_000);
        assertThat(REALM.required("offlineSessionMaxLifespanEnabled").booleanValue())
                .isTrue();
        assertThat(REALM.required("revokeRefreshToken").booleanValue()).isTrue();
        assertThat(number("refreshTokenMaxReuse")).isZero();
    }

    @Test
    void nobodyRegistersPastTheShop() {
        assertThat(REALM.required("registrationAllowed").booleanValue()).isFalse();
        JsonNode policies = REALM.required("components")
                .required("org.keycloak.services.clientregistration.policy.ClientRegistrationPolicy");
        for (String subject : List.of("anonymous", "authenticated")) {
            assertThat(policies.valueStream()
                            .filter(policy ->
                                    policy.required("subType").asString().equals(subject))
                            .filter(policy ->
                                    policy.required("providerId").asString().equals("max-clients"))
                            .map(policy -> policy.required("config")
                                    .required("max-clients")
                                    .required(0)
                                    .asString()))
                    .containsExactly("0");
        }
    }

    @Test
    void transportSigningAndLogsAreSet() {
        assertThat(REALM.required("sslRequired").asString()).isIn("external", "all");
        assertThat(REALM.required("defaultSignatureAlgorithm").asString()).isEqualTo("RS256");
        assertThat(REALM.required("eventsEnabled").booleanValue()).isTrue();
        assertThat(REALM.required("adminEventsEnabled").booleanValue()).isTrue();
        assertThat(REALM.required("browserSecurityHeaders")
                        .required("contentSecurityPolicy")
                        .asString())
                .contains("frame-ancestors 'none'");
    }

    @Test
    void noClientHasFullScopePasswordOrImplicitGrant() {
        assertThat(clients()).isNotEmpty().allSatisfy(client -> {
            assertThat(client.required("fullScopeAllowed").booleanValue()).isFalse();
            assertThat(client.required("directAccessGrantsEnabled").booleanValue())
                    .isFalse();
            assertThat(client.required("implicitFlowEnabled").booleanValue()).isFalse();
        });
    }

    @Test
    void thoseGrantsAreOffByPolicyToo() {
        JsonNode policy = REALM.required("clientPolicies").required("policies").required(0);
        JsonNode profile = REALM.required("clientProfiles").required("profiles").required(0);

        assertThat(policy.required("enabled").booleanValue()).isTrue();
        assertThat(policy.required("conditions")
                        .required(0)
                        .required("condition")
                        .asString())
                .isEqualTo("any-client");
        assertThat(policy.required("profiles").required(0)).isEqualTo(profile.required("name"));
        assertThat(profile.required("executors")
                        .valueStream()
                        .map(executor -> executor.required("executor").asString()))
                .contains("reject-ropc-grant", "reject-implicit-grant", "full-scope-disabled", "pkce-enforcer");
    }

    @Test
    void codesAreBoundByPkceAndExactAddresses() {
        List<JsonNode> interactive = clients()
                .filter(client -> client.required("standardFlowEnabled").booleanValue())
                .toList();

        assertThat(interactive)
                .extracting(client -> client.required("clientId").asString())
                .containsExactlyInAnyOrder("kontor-web", "kontor-cli");
        assertThat(interactive).allSatisfy(client -> {
            assertThat(client.required("attributes")
                            .required("pkce.code.challenge.method")
                            .asString())
                    .isEqualTo("S256");
            assertThat(client.required("publicClient").booleanValue()).isTrue();
            assertThat(client.required("redirectUris")).isNotEmpty();
        });
    }

    @Test
    void noAddressHasAWildcard() {
        assertThat(clients()
                        .flatMap(client -> Stream.concat(
                                client.required("redirectUris").valueStream(),
                                client.required("webOrigins").valueStream()))
                        .map(JsonNode::asString))
                .isNotEmpty()
                .noneMatch(address -> address.contains("*") || address.equals("+"));
    }

    @Test
    void machinesUseClientCredentialsWithSecretsFromOutside() {
        for (String name : List.of("kontor-kiosk", "kontor-identity")) {
            JsonNode client = client(name);
            assertThat(client.required("serviceAccountsEnabled").booleanValue()).isTrue();
            assertThat(client.required("publicClient").booleanValue()).isFalse();
            assertThat(client.required("secret").asString()).matches("\\$\\{KONTOR_[A-Z]+_SECRET}");
        }
    }

    @Test
    void clientsThatAreNotUsedAreOff() {
        assertThat(clients()
                        .filter(client ->
                                !USED.contains(client.required("clientId").asString())))
                .extracting(client -> client.required("clientId").asString())
                .containsExactlyInAnyOrder(
                        "account", "account-console", "admin-cli", "security-admin-console", "broker");
        assertThat(clients()
                        .filter(client ->
                                !USED.contains(client.required("clientId").asString())))
                .noneMatch(client -> client.required("enabled").booleanValue());
    }

    @Test
    void identityServiceMayManageUsersAndNoMore() {
        JsonNode account = user("service-account-kontor-identity");

        assertThat(account.required("clientRoles").propertyNames()).containsExactly("realm-management");
        assertThat(texts(account.required("clientRoles").required("realm-management")))
                .containsExactlyInAnyOrder("manage-users", "view-users", "query-users");
        assertThat(account.has("realmRoles")).isFalse();
    }

    @Test
    void onlyTheTerminalHasItsRole() {
        assertThat(texts(user("service-account-kontor-kiosk").required("realmRoles")))
                .containsExactly("kiosk");
        assertThat(REALM.required("users").size()).isEqualTo(2);
        assertThat(REALM.required("scopeMappings")
                        .valueStream()
                        .filter(mapping -> texts(mapping.required("roles")).contains("kiosk"))
                        .map(mapping -> mapping.required("client").asString()))
                .containsExactly("kontor-kiosk");
    }

    @Test
    void accessTokensSayWhoForWhomAndWithWhichRoles() {
        for (String name : List.of("kontor-web", "kontor-cli", "kontor-kiosk")) {
            assertThat(texts(client(name).required("defaultClientScopes")))
                    .containsExactlyInAnyOrder("basic", "profile", "roles", "kontor-api");
        }
        assertThat(mapper("kontor-api", "oidc-audience-mapper")
                        .required("included.custom.audience")
                        .asString())
                .isEqualTo("kontor-api");
        assertThat(mapper("roles", "oidc-usermodel-realm-role-mapper")
                        .required("claim.name")
                        .asString())
                .isEqualTo("realm_access.roles");
        assertThat(mapper("profile", "oidc-usermodel-attribute-mapper")
                        .required("claim.name")
                        .asString())
                .isEqualTo("preferred_username");
        assertThat(mapper("basic", "oidc-sub-mapper")
                        .required("access.token.claim")
                        .asString())
                .isEqualTo("true");
    }

    @Test
    void theAdministratorsTokenIsNotGoodForTheShop() {
        assertThat(texts(client("kontor-identity").required("defaultClientScopes")))
                .containsExactly("basic");
    }

    @Test
    void lightweightTokensAreNotUsed() {
        assertThat(REALM.toString()).doesNotContain("client.use.lightweight.access.token.enabled");
    }

    private static JsonNode mapper(String scope, String kind) {
        return REALM.required("clientScopes")
                .valueStream()
                .filter(one -> one.required("name").asString().equals(scope))
                .flatMap(one -> one.required("protocolMappers").valueStream())
                .filter(one -> one.required("protocolMapper").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .required("config");
    }

    private static Stream<JsonNode> clients() {
        return REALM.required("clients").valueStream();
    }

    private static JsonNode client(String name) {
        return clients()
                .filter(client -> client.required("clientId").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode user(String name) {
        return REALM.required("users")
                .valueStream()
                .filter(user -> user.required("username").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int number(String name) {
        return REALM.required(name).intValue();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
