package kontor.manifests;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import tools.jackson.databind.json.JsonMapper;

/** What parts are told is what they ask for, and addresses are those of somebody who is there. */
final class SettingRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?\\}");
    private static final Pattern RECORD = Pattern.compile(
            "@ConfigurationProperties\\(\"([^\"]+)\"\\)[^{]*?record \\w+\\(([^{]*?)\\)\\s*\\{", Pattern.DOTALL);
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*(?:,|$)");

    /** A map that a consumer is made from. */
    private static final String KAFKA_OF_GATEWAY = canonical("kontor.gateway.maintenance.kafka") + "_";

    private static final Set<String> OF_KAFKA =
            ConsumerConfig.configNames().stream().map(SettingRules::canonical).collect(toSet());

    private static final Set<String> OF_SPRING = ofSpring();

    static final ManifestRule NOTHING_UNREAD = new ManifestRule(
            "every name a part is told is read by its program",
            shop -> shop.parts().stream().flatMap(part -> {
                Set<String> asked = asked(shop, part, match -> true);
                Set<String> own = shop.sources().once("records of " + part, () -> own(shop, part));
                return Given.to(shop, part).keySet().stream()
                        .filter(name -> !asked.contains(name) && !isRead(canonical(name), own))
                        .map(name -> "%s does not read %s".formatted(Shop.nameOf(part), name));
            }));

    static final ManifestRule NOTHING_MISSING = new ManifestRule(
            "every name without a default is told",
            shop -> shop.parts().stream()
                    .flatMap(part -> asked(shop, part, match -> match.group(2) == null).stream()
                            .filter(name -> !Given.to(shop, part).containsKey(name))
                            .map(name -> "%s is not told %s".formatted(Shop.nameOf(part), name))));

    static final ManifestRule ADDRESSES = new ManifestRule(
            "every address is that of somebody who is there",
            shop -> Stream.concat(
                    shop.parts().stream().flatMap(part -> AddressRules.wrong(shop, part)),
                    shop.parts().stream().flatMap(part -> AddressRules.ports(shop, part))));

    private SettingRules() {}

    /** As an environment would have it. */
    static String canonical(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static boolean isRead(String name, Set<String> own) {
        if (name.startsWith(KAFKA_OF_GATEWAY)) {
            return own.stream().anyMatch(KAFKA_OF_GATEWAY::startsWith)
                    && OF_KAFKA.contains(name.substring(KAFKA_OF_GATEWAY.length()));
        }
        return OF_SPRING.contains(name)
                || own.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "_"));
    }

    /** Names that the settings of a program have as placeholders. */
    private static Set<String> asked(Shop shop, String part, Predicate<MatchResult> wanted) {
        return shop.sources().settingFiles(part).stream()
                .map(file -> Sources.text(file).split("\n---\n", 2)[0])
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .filter(wanted)
                .map(match -> match.group(1))
                .collect(toSet());
    }

    /** Names that the records of a program are bound to. */
    private static Set<String> own(Shop shop, String part) {
        Set<String> names = new HashSet<>();
        Stream.of(Sources.folder(part), part.equals(Sources.GATEWAY) ? "gateway" : "infra/platform")
                .flatMap(module -> shop.sources().java(module))
                .map(Sources::text)
                .flatMap(text -> RECORD.matcher(text).results())
                .forEach(settings -> COMPONENT
                        .matcher(settings.group(2).strip())
                        .results()
                        .forEach(component -> names.add(canonical(settings.group(1) + "." + component.group(1)))));
        return names;
    }

    /** From what Spring's own jars say of themselves. */
    private static Set<String> ofSpring() {
        try {
            Set<String> names = new HashSet<>();
            for (URL file : Collections.list(
                    SettingRules.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream text = file.openStream()) {
                    new Node(JsonMapper.shared().readValue(text, Map.class))
                            .at("properties")
                            .each()
                            .forEach(property ->
                                    names.add(canonical(property.at("name").text())));
                }
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
