package kontor.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule has been seen red: a mistake is written into a copy of the manifests, and somebody has to tell of it. */
class PlantedMistakesTests {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Sources SOURCES = new Sources(CHECKOUT);

    @TempDir
    private Path folder = Path.of("");

    /** File below k8s | text in it | the mistake in its place | what is told of it. A line end is written as ~. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            base/workload/deployment.yaml | readinessProbe: | readynessProbe: | containers[0] has no field readynessProbe
            base/workload/deployment.yaml | revisionHistoryLimit: 5 | revisionHistoryLimit: "5" | revisionHistoryLimit is not a whole number: 5
            base/workload/disruption-budget.yaml | kind: PodDisruptionBudget | kind: PodDisruptionBudgets | nobody knows PodDisruptionBudgets of policy/v1
            base/workload/service-account.yaml | automountServiceAccountToken: false | automountServiceAccountToken: "no" | is not true or false: no
            base/network/applications.yaml | - {key: kontor/service, operator: NotIn, values: [gateway]}~      ports: | - {key: kontor/service, values: [gateway]}~      ports: | matchExpressions[0].operator is missing
            base/kafka/kafka.yaml | port: 9093 | port: "9093" | listeners[0].port is not a whole number: 9093
            base/kafka/kafka.yaml | type: internal | type: inside | listeners[0].type is none of
            base/service/../database/cluster.yaml | instances: 2 | instance: 2 | spec.instances is missing
            base/ledger/autoscaler.yaml | maxReplicaCount | maxReplicasCount | spec has no field maxReplicasCount
            base/keycloak/keycloak.yaml | instances: 2 | instances: two | spec.instances is not a whole number: two
            base/routes/login.yaml | PathPrefix | Prefix | path.type is none of
            components/external-secrets/others.yaml | secretKey: username | key: username | data[0].secretKey is missing
            base/workload/kustomization.yaml | ~  - disruption-budget.yaml |  | ledger-service has no PodDisruptionBudget
            base/workload/disruption-budget.yaml | kontor/tier: application | kontor/tier: applications | does not mean its pods alone
            base/ledger/kustomization.yaml | kontor/service: ledger | kontor/service: order | does not mean its pods alone
            base/ledger/kustomization.yaml | ~  - autoscaler.yaml |  | ledger-service has 0 autoscalers
            base/workload/deployment.yaml | revisionHistoryLimit: 5 | replicas: 2 | has a number of replicas beside its autoscaler
            base/ledger/autoscaler.yaml | consumerGroup: ledger.escrow | consumerGroup: ledger.escrows | ledger-service scales by other groups
            base/service/deployment.yaml | name: services | name: servants | refers to ConfigMap servants, which is not there
            base/workload/deployment.yaml | drop: [ALL] | drop: [NET_RAW] | keeps capabilities
            base/workload/deployment.yaml | readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | writes into its own files
            base/workload/deployment.yaml | runAsUser: 10001 | runAsUser: 0 | does not run as 10001
            base/namespace.yaml | enforce: restricted | enforce: baseline | does not enforce the restricted profile
            base/order/service.yaml | kontor/order-service:0.1.0 | kontor/order-service:latest | order-service: has an image that may change under its name
            base/order/service.yaml | limits: {memory: 512Mi} | limits: {memory: 1Gi} | order-service does not say how much
            base/workload/deployment.yaml | livenessProbe:~            httpGet:~              path: /actuator/health/liveness | livenessProbe:~            httpGet:~              path: /actuator/health | livenessProbe asks for more than
            base/kustomization.yaml | - KONTOR_KAFKA= | - MANAGEMENT_ENDPOINT_HEALTH_GROUP_LIVENESS_INCLUDE=livenessState,db~      - KONTOR_KAFKA= | ledger-service: liveness depends on db
            base/workload/deployment.yaml | path: /actuator/health/readiness | path: /actuator/health/liveness | is not asked for its readiness
            base/workload/deployment.yaml | terminationGracePeriodSeconds: 75 | terminationGracePeriodSeconds: 30 | may need 65 s and is given 30
            base/workload/deployment.yaml | seconds: 10 | seconds: 1 | stops before others know of it
            base/service/kustomization.yaml | ~  - network-policy.yaml |  | edge missing: ledger -> ledger-db 5432
            base/network/kustomization.yaml | ~  - default-deny.yaml |  | edge too much: stranger -> world 443
            base/network/applications.yaml | matchLabels: {strimzi.io/cluster: kontor, strimzi.io/broker-role: "true"} | matchLabels: {strimzi.io/cluster: other} | edge missing: gateway -> broker 9093
            base/network/applications.yaml | ~      ports:~        - port: management |  | edge too much: monitoring -> ledger 8080
            base/kafka/kafka.yaml | networkPolicyPeers:~          - podSelector:~              matchLabels: {kontor/tier: application}~          - namespaceSelector | networkPolicyPeers:~          - namespaceSelector | edge missing: chat -> broker 9093
            base/topics/ledger.yaml | {name: kontor.ledger.escrow.v1} | {name: kontor.ledger.escrows.v1} | topic missing: kontor.ledger.escrow.v1
            base/topics/catalog.yaml | {cleanup.policy: compact | {cleanup.policy: delete | topic missing: kontor.catalog.listings.v1
            base/topics/order.yaml | replicas: 3 | replicas: 2 | another number of copies
            base/kafka/kafka.yaml | ~      min.insync.replicas: 2 | ~      min.insync.replicas: 1 | what is acknowledged is on one broker only
            base/ledger/kafka-user.yaml | ~      - {resource: {type: topic, name: kontor.ledger.deposit.v1}, operations: [Write, Describe]} |  | ledger-service: right missing: topic kontor.ledger.deposit.v1 Describe Write
            base/chat/kafka-user.yaml | name: chat.live} | name: chat} | chat-service: right missing: group chat.live Read
            base/chat/kafka-user.yaml | kontor.chat.conversation.v1}, operations: [Write, Describe] | kontor.chat.conversation.v1}, operations: [All] | chat-service: right too much: topic kontor.chat.conversation.v1 All
            base/gateway/kafka-user.yaml | [Read, Describe] | [Read, Write, Describe] | gateway-service: right too much
            base/ledger/kustomization.yaml | KONTOR_DATABASE_URL | KONTOR_DATABASE_ADDRESS | ledger-service does not read KONTOR_DATABASE_ADDRESS
            base/ledger/kustomization.yaml | KONTOR_DATABASE_URL | KONTOR_DATABASE_ADDRESS | ledger-service is not told KONTOR_DATABASE_URL
            base/kustomization.yaml | SPRING_KAFKA_SSL_KEYSTORELOCATION | SPRING_KAFKA_SSL_KEYSTOREPLACE | order-service does not read SPRING_KAFKA_SSL_KEYSTOREPLACE
            base/gateway/kustomization.yaml | KAFKA_SSL_KEYSTORE_TYPE | KAFKA_SSL_KEYSTORE_KIND | gateway-service does not read KONTOR_GATEWAY_MAINTENANCE_KAFKA_SSL_KEYSTORE_KIND
            base/gateway/gateway.yaml | path: kontor.gateway.maintenance.kafka.ssl.keystore.password | path: kontor.gateway.kafka.password | gateway-service does not read kontor.gateway.kafka.password
            base/gateway/kustomization.yaml | http://order-service:8080 | http://order-service:8084 | nobody is at order-service:8084
            base/ledger/kustomization.yaml | ledger-db-rw:5432/kontor | order-db-ro:5432/kontor | nobody is at order-db-ro:5432/kontor
            base/gateway/kustomization.yaml | value: 8090 | value: 8091 | gateway-service: port missing: management=8090
            base/workload/service.yaml | targetPort: http | targetPort: management | calls go to port management
            base/identity/service.yaml | name: keycloak-realm | name: keycloak-clients | nobody is told to make secret keycloak-clients
            base/keycloak/realm.yaml | accessTokenLifespan: 300 | accessTokenLifespan: 3000 | the realm differs
            base/keycloak/realm.yaml | KONTOR_KIOSK_SECRET:~ | KONTOR_KIOSK_PASSWORD:~ | gap of the realm missing: KONTOR_KIOSK_SECRET
            """)
    void isTold(String file, String text, String mistake, String told) throws IOException {
        copy(CHECKOUT.resolve("k8s"), folder);
        Path planted = folder.resolve(file);
        String before = Files.readString(planted);
        String after = before.replace(lines(text), mistake == null ? "" : lines(mistake));
        assertThat(after).as("the text is there").isNotEqualTo(before);
        Files.writeString(planted, after);

        Shop shop = Shop.of(folder.resolve("overlays/prod"), SOURCES);

        List<String> faults = ManifestRule.ALL.stream()
                .flatMap(rule -> rule.faultsOf(shop).stream())
                .toList();
        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(told));
    }

    private static String lines(String text) {
        return text.replace('~', '\n');
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
