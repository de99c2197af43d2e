package kontor.images.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.images.compose.Compose.Part;
import org.apache.kafka.server.config.AbstractKafkaConfig;

/** That programs are told what they ask for, and nothing that nobody asks for. */
final class SettingRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");

    private static final Pattern SETTING = Pattern.compile("setting\\(\"([A-Z_]+)\"\\)");
    private static final Pattern OF_CLUSTER =
            Pattern.compile("\"(--(?:auth|encoding|locale|locale-provider|builtin-locale)=[^\"]+)\"");
    private static final String OF_BROKER = "KAFKA_";

    /** Spring's own: where the files of secrets are. */
    private static final Set<String> OF_SPRING = Set.of("SPRING_CONFIG_IMPORT");

    static final ComposeRule NOTHING_UNREAD = new ComposeRule(
            "every name in an environment is read by its program",
            compose -> compose.ours().stream()
                    .flatMap(part -> given(part).stream()
                            .filter(name -> !OF_SPRING.contains(name))
                            .filter(name -> !asked(compose, part, false).contains(name))
                            .map(name -> "%s does not read %s".formatted(part.name(), name))));

    static final ComposeRule NOTHING_MISSING = new ComposeRule(
            "every name without a default is given",
            compose -> compose.ours().stream()
                    .flatMap(part -> asked(compose, part, true).stream()
                            .filter(name -> !given(part).contains(name))
                            .map(name -> "%s is not told %s".formatted(part.name(), name))));

    static final ComposeRule REALM_IS_FILLED = new ComposeRule("every gap in the realm file is filled", compose -> {
        Set<String> filled = given(compose.part("keycloak"));
        return placeholders(compose.checkout().resolve("infra/keycloak/realm-kontor.json"), true).stream()
                .filter(name -> !filled.contains(name))
                .map(name -> "keycloak is not told " + name);
    });

    static final ComposeRule SET_UP_IS_TOLD =
            new ComposeRule("the set-up step is told what it asks for, and that alone", compose -> {
                Set<String> asked = found(
                        SETTING,
                        compose.checkout().resolve("infra/local/src/main/java/kontor/local/setup/SetUpCommand.java"),
                        match -> true);
                Set<String> given = compose.part("set-up").variables();
                return Stream.concat(asked.stream(), given.stream())
                        .filter(name -> !asked.contains(name) || !given.contains(name))
                        .distinct()
                        .map(name -> "set-up and compose differ in " + name);
            });

    static final ComposeRule BROKER_KNOWS =
            new ComposeRule("the broker has each setting and makes no topic by itself", compose -> {
                Part kafka = compose.part("kafka");
                return Stream.concat(
                        kafka.variables().stream()
                                .filter(name -> name.startsWith(OF_BROKER) && !name.equals("KAFKA_HEAP_OPTS"))
                                .map(name -> name.substring(OF_BROKER.length())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '.'))
                                .filter(name ->
                                        !AbstractKafkaConfig.CONFIG_DEF.names().contains(name))
                                .map(name -> "kafka has no setting " + name),
                        Stream.of(String.valueOf(kafka.environment().get("KAFKA_AUTO_CREATE_TOPICS_ENABLE")))
                                .filter(value -> !value.equals("false"))
                                .map(value -> "kafka makes topics by itself"));
            });

    static final ComposeRule SAME_CLUSTER = new ComposeRule("texts are kept and sorted as on one machine", compose -> {
        String given = String.valueOf(compose.part("postgres").environment().get("POSTGRES_INITDB_ARGS"));
        Path launcher = compose.checkout().resolve("infra/local/src/main/java/kontor/local/postgres/Postgres.java");
        return found(OF_CLUSTER, launcher, match -> true).stream()
                .filter(argument -> !(given + " ").contains(argument + " "))
                .map(argument -> "postgres is made without " + argument);
    });

    private SettingRules() {}

    private static Set<String> given(Part part) {
        Set<String> given = new HashSet<>(part.variables());
        given.addAll(part.secrets().values());
        return given;
    }

    private static Set<String> asked(Compose compose, Part part, boolean withoutDefault) {
        Set<String> asked = new TreeSet<>(placeholders(
                compose.checkout().resolve(part.name() + "/src/main/resources/application.yaml"), withoutDefault));
        if (!part.name().equals("gateway")) {
            asked.addAll(placeholders(
                    compose.checkout().resolve("infra/platform/src/main/resources/kontor-defaults.yaml"),
                    withoutDefault));
        }
        return asked;
    }

    private static Set<String> placeholders(Path file, boolean withoutDefault) {
        return found(PLACEHOLDER, file, match -> !withoutDefault || match.group(2) == null);
    }

    /** In the first document: what follows is for one machine's profile. */
    private static Set<String> found(Pattern pattern, Path file, Predicate<MatchResult> wanted) {
        try {
            String text = Files.readString(file).split("\n---\n", 2)[0];
            return pattern.matcher(text)
                    .results()
                    .filter(wanted)
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
