package kontor.images.compose;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kontor.images.compose.Compose.Part;

/** That only those meet whom the architecture page joins, and that nobody else's door stands open. */
final class EdgeRules {

    private static final Set<String> SERVERS = Set.of("postgres", "kafka", "keycloak");
    private static final Set<String> REACHED_FROM_OUTSIDE = Set.of("gateway", "keycloak");
    private static final String OUTSIDE = "outside";

    static final ComposeRule ONLY_EDGES = new ComposeRule(
            "two parts share a network only where there is an edge",
            compose -> compose.parts().stream()
                    .flatMap(one -> compose.parts().stream()
                            .filter(other -> one.name().compareTo(other.name()) < 0)
                            .filter(other -> meet(one, other) && !mayMeet(one.name(), other.name()))
                            .map(other -> "%s meets %s".formatted(one.name(), other.name()))));

    static final ComposeRule EVERY_EDGE = new ComposeRule(
            "every edge has a network", compose -> compose.ours().stream().flatMap(part -> missing(compose, part)));

    static final ComposeRule INSIDE = new ComposeRule(
            "only one network leads outside, for those who are reached from there",
            compose -> compose.parts().stream()
                    .flatMap(part -> part.all("networks").stream()
                            .filter(network -> !compose.isInternal(network))
                            .filter(network -> !network.equals(OUTSIDE) || !REACHED_FROM_OUTSIDE.contains(part.name()))
                            .map(network -> "%s is on %s, which is not internal".formatted(part.name(), network))));

    static final ComposeRule LOOPBACK = new ComposeRule(
            "published ports are on loopback and lead to 8080",
            compose -> compose.parts().stream()
                    .flatMap(part -> part.all("ports").stream()
                            .filter(port -> !port.startsWith("127.0.0.1:") || !port.endsWith(":8080"))
                            .map(port -> "%s publishes %s".formatted(part.name(), port))));

    private EdgeRules() {}

    private static boolean meet(Part one, Part other) {
        Set<String> shared = new TreeSet<>(one.all("networks"));
        shared.retainAll(other.all("networks"));
        return !shared.isEmpty();
    }

    private static boolean mayMeet(String one, String other) {
        if (SERVERS.contains(one) && SERVERS.contains(other)) {
            return true;
        }
        if (isService(one) && isService(other)) {
            return false;
        }
        // The gateway has no database.
        return !Set.of(one, other).equals(Set.of("gateway", "postgres"))
                && !(Set.of(one, other).contains("set-up")
                        && !Set.of("postgres", "kafka").contains(one)
                        && !Set.of("postgres", "kafka").contains(other));
    }

    private static boolean isService(String name) {
        return name.endsWith("-service");
    }

    private static Stream<String> missing(Compose compose, Part part) {
        Set<String> needed = part.name().equals("gateway")
                ? Set.of("kafka", "keycloak")
                : Set.of("postgres", "kafka", "keycloak", "gateway");
        return needed.stream()
                .filter(other -> !meet(part, compose.part(other)))
                .map(other -> "%s cannot reach %s".formatted(part.name(), other));
    }
}
