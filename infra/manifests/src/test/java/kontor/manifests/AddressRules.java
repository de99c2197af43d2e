package kontor.manifests;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;

/** Who is called by which name and port, and whether everybody listens where he is called. */
final class AddressRules {

    private static final Pattern ADDRESS =
            Pattern.compile("^(?:jdbc:postgresql://|https?://)?([a-z][a-z0-9-]*):(\\d+)(?:/([a-z]+)\\?.*)?");

    private AddressRules() {}

    /** Names within the cluster; those of the world outside have dots. */
    static Stream<String> wrong(Shop shop, String part) {
        Set<String> there = there(shop);
        return Given.to(shop, part).entrySet().stream()
                .flatMap(setting -> ADDRESS.matcher(setting.getValue())
                        .results()
                        .map(match -> match.group(1) + ":" + match.group(2)
                                + (match.group(3) == null ? "" : "/" + match.group(3)))
                        .filter(address -> !there.contains(address))
                        .map(address ->
                                "%s: nobody is at %s of %s".formatted(Shop.nameOf(part), address, setting.getKey())));
    }

    private static Set<String> there(Shop shop) {
        Set<String> there = new HashSet<>();
        shop.all("Service")
                .forEach(service -> service.at("spec", "ports")
                        .each()
                        .forEach(port ->
                                there.add(service.name() + ":" + port.at("port").text())));
        // What the operators make.
        shop.all("Kafka")
                .forEach(kafka -> kafka.at("spec", "kafka", "listeners")
                        .each()
                        .forEach(listener -> there.add("%s-kafka-bootstrap:%s"
                                .formatted(kafka.name(), listener.at("port").text()))));
        shop.all("Cluster")
                .forEach(cluster -> there.add("%s-rw:5432/%s"
                        .formatted(
                                cluster.name(),
                                cluster.at("spec", "bootstrap", "initdb", "database")
                                        .text())));
        shop.all("Keycloak")
                .filter(keycloak ->
                        keycloak.at("spec", "http", "httpEnabled").text().equals("true"))
                .forEach(keycloak -> there.add(keycloak.name() + "-service:8080"));
        return there;
    }

    /** Containers name the ports their programs listen to, and services lead to the one for calls. */
    static Stream<String> ports(Shop shop, String part) {
        Map<String, String> settings = shop.sources().settings(part);
        Map<String, String> named = Map.of(
                "http=" + byDefault(settings, "server.port"),
                "server.port",
                "management=" + byDefault(settings, "management.server.port"),
                "management.server.port");
        Set<String> ports = shop.container(part)
                .at("ports")
                .each()
                .map(port ->
                        port.at("name").text() + "=" + port.at("containerPort").text())
                .collect(toSet());
        Stream<String> containers = Differences.between(named.keySet(), ports)
                .map(difference -> "%s: port %s".formatted(Shop.nameOf(part), difference));
        Stream<String> services = shop.one("Service", Shop.nameOf(part)).stream()
                .flatMap(service -> service.at("spec", "ports").each())
                .map(port -> port.at("targetPort"))
                .filter(target -> !target.equals(new Node("http")))
                .map(target -> "%s: calls go to port %s".formatted(Shop.nameOf(part), target.text()));
        return Stream.concat(containers, services);
    }

    private static String byDefault(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").replaceAll("\\$\\{\\w+:(\\d+)}", "$1");
    }
}
