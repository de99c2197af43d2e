package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Kafka is known at the edge of a feature, and only the relay sends. */
final class MessagingRules {

    private static final Set<String> WIRE = Set.of(
            "kontor.platform.messaging.Outbox", "kontor.platform.messaging.Inbox", "kontor.platform.messaging.Message");

    private static final Pattern KAFKA = Pattern.compile("org\\.(apache|springframework)\\.kafka\\..*");
    private static final String KAFKA_LISTENER = "org.springframework.kafka.annotation.KafkaListener";

    static final HouseRule KNOWN_AT_THE_EDGE_ONLY = HouseRule.everyClass(
            "only ...Events and ...Listener know outbox, inbox, messages and Kafka", MessagingRules::inspectUse);

    static final HouseRule NO_SENDING = HouseRule.everyClass(
            "nobody but the relay sends to Kafka",
            (type, complain) -> type.getCodeUnitAccessesFromSelf().stream()
                    .filter(access ->
                            KAFKA.matcher(access.getTargetOwner().getName()).matches())
                    .filter(access -> access.getName().startsWith("send"))
                    .forEach(access -> complain.accept(
                            "sends by itself, append to the outbox instead: " + access.getDescription())));

    private MessagingRules() {}

    static HouseRule groups(String root) {
        String service = root.substring(root.indexOf('.') + 1);
        Pattern group =
                Pattern.compile("(\\$\\{kontor\\.service}|%s)\\.[a-z][a-z.-]*".formatted(Pattern.quote(service)));
        return HouseRule.everyClass(
                "consumer groups are named <service>.<feature>",
                (type, complain) -> type.getMethods().stream()
                        .flatMap(method -> method.tryGetAnnotationOfType(KAFKA_LISTENER).stream())
                        .map(MessagingRules::groupOf)
                        .filter(name -> !group.matcher(name).matches())
                        .forEach(name -> complain.accept("listens in a group named otherwise: '" + name + "'")));
    }

    private static void inspectUse(JavaClass type, Consumer<String> complain) {
        if (Role.isEvents(type) || Role.isListener(type)) {
            return;
        }
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isWire(dependency.getTargetClass().getName()))
                .forEach(dependency -> complain.accept("knows the wire: " + dependency.getDescription()));
    }

    private static boolean isWire(String type) {
        return WIRE.contains(type) || KAFKA.matcher(type).matches();
    }

    private static String groupOf(JavaAnnotation<?> listener) {
        return listener.get("groupId").map(Object::toString).orElse("");
    }
}
