package kontor.images.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file as an engine reads it, and the checkout around it. */
record Compose(Path checkout, Map<String, ?> root) {

    static Path checkoutOfTests() {
        return Path.of("../..").toAbsolutePath().normalize();
    }

    static String text(Path checkout) throws IOException {
        return Files.readString(checkout.resolve("infra/compose/compose.yaml"));
    }

    static Compose parse(Path checkout, String text) {
        return new Compose(checkout, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    Set<String> names() {
        return strings(map(root, "services").keySet());
    }

    Part part(String name) {
        return new Part(name, map(map(root, "services"), name));
    }

    List<Part> parts() {
        return names().stream().map(this::part).toList();
    }

    /** Those that run an image of ours and stay. */
    List<Part> ours() {
        return parts().stream()
                .filter(part ->
                        part.text("image").startsWith("kontor/") && !part.name().equals("set-up"))
                .toList();
    }

    Set<String> secrets() {
        return strings(map(root, "secrets").keySet());
    }

    Set<String> volumes() {
        return strings(map(root, "volumes").keySet());
    }

    boolean isInternal(String network) {
        return Boolean.TRUE.equals(map(map(root, "networks"), network).get("internal"));
    }

    static Map<?, ?> map(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> child ? child : Map.of();
    }

    private static Set<String> strings(Collection<?> values) {
        Set<String> strings = new TreeSet<>();
        values.forEach(value -> strings.add(String.valueOf(value)));
        return strings;
    }

    /** One of its services. */
    record Part(String name, Map<?, ?> settings) {

        String text(String key) {
            return String.valueOf(settings.get(key));
        }

        boolean is(String key) {
            return Boolean.TRUE.equals(settings.get(key));
        }

        Set<String> all(String key) {
            return settings.get(key) instanceof Collection<?> values ? strings(values) : Set.of();
        }

        Map<?, ?> environment() {
            return map(settings, "environment");
        }

        Set<String> variables() {
            return strings(environment().keySet());
        }

        /** By source, with the name of the file inside. */
        Map<String, String> secrets() {
            Map<String, String> secrets = new TreeMap<>();
            if (settings.get("secrets") instanceof Collection<?> all) {
                for (Object one : all) {
                    if (one instanceof Map<?, ?> renamed) {
                        secrets.put(String.valueOf(renamed.get("source")), String.valueOf(renamed.get("target")));
                    } else {
                        secrets.put(String.valueOf(one), String.valueOf(one));
                    }
                }
            }
            return secrets;
        }
    }
}
