package kontor.manifests;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;

/** When a part is started anew, when it is sent nothing, and how it stops. */
final class HealthRules {

    private static final String LIVENESS = "/actuator/health/liveness";
    private static final String INCLUDED = "management.endpoint.health.group.liveness.include";
    private static final String READINESS = "/actuator/health/readiness";

    /** Nothing of it is outside of the process. */
    private static final Set<String> OF_THE_PROCESS = Set.of("livenessState", "progress");

    /** What the relay takes besides the phases of Spring's stop, and some for the machine. */
    private static final int RELAY_AND_REST_SECONDS = 15;

    static final ManifestRule LIVENESS_STANDS_ALONE = new ManifestRule(
            "liveness depends on nobody else",
            shop -> Stream.concat(
                    shop.parts().stream()
                            .flatMap(part -> Stream.of("livenessProbe", "startupProbe")
                                    .filter(probe -> !asks(shop, part, probe, LIVENESS))
                                    .map(probe -> "%s: %s asks for more than %s"
                                            .formatted(Shop.nameOf(part), probe, LIVENESS))),
                    shop.parts().stream()
                            .flatMap(part -> livenessOf(shop, part)
                                    .filter(each -> !OF_THE_PROCESS.contains(each))
                                    .map(each -> "%s: liveness depends on %s".formatted(Shop.nameOf(part), each)))));

    static final ManifestRule READINESS_IS_ASKED = new ManifestRule(
            "a part that is not ready is sent nothing",
            shop -> shop.parts().stream()
                    .filter(part -> !asks(shop, part, "readinessProbe", READINESS))
                    .map(part -> Shop.nameOf(part) + " is not asked for its readiness"));

    static final ManifestRule STOPS_IN_TIME = new ManifestRule(
            "nobody is killed before he can have finished",
            shop -> shop.parts().stream().flatMap(part -> {
                int waits = shop.container(part)
                        .at("lifecycle", "preStop", "sleep", "seconds")
                        .number();
                int given = shop.pod(part).at("terminationGracePeriodSeconds").number();
                // The web server and the listeners stop in a phase each.
                int needed = waits + farewell(shop, part) + 2 * phase(shop, part) + RELAY_AND_REST_SECONDS;
                return Stream.of(
                                waits < 5 ? "stops before others know of it" : "",
                                given < needed ? "may need %d s and is given %d".formatted(needed, given) : "")
                        .filter(fault -> !fault.isEmpty())
                        .map(fault -> Shop.nameOf(part) + " " + fault);
            }));

    private HealthRules() {}

    private static boolean asks(Shop shop, String part, String probe, String path) {
        Node asked = shop.container(part).at(probe, "httpGet");
        return asked.at("path").text().equals(path) && asked.at("port").text().equals("management");
    }

    /** As the program has it, unless the manifests say something else. */
    private static Stream<String> livenessOf(Shop shop, String part) {
        String unless = shop.sources().settings(part).getOrDefault(INCLUDED, "livenessState");
        String said = Given.to(shop, part).getOrDefault(SettingRules.canonical(INCLUDED), unless);
        return Arrays.stream(said.split(",", -1)).map(String::strip);
    }

    /** How long it serves on for those who keep a connection to it. */
    private static int farewell(Shop shop, String part) {
        String given = Given.to(shop, part).getOrDefault(SettingRules.canonical("KONTOR_FAREWELL"), "0s");
        return Math.toIntExact(Duration.parse("PT" + given).toSeconds());
    }

    private static int phase(Shop shop, String part) {
        String phase = shop.sources().settings(part).getOrDefault("spring.lifecycle.timeout-per-shutdown-phase", "30s");
        return Math.toIntExact(Duration.parse("PT" + phase).toSeconds());
    }
}
