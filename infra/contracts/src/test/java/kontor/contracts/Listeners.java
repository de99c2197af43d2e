package kontor.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the services really listen to, read from their sources. */
final class Listeners {

    private static final Path CHECKOUT = Path.of("../..");
    private static final String MAIN = "src/main/java";
    private static final Pattern LISTENER =
            Pattern.compile("@KafkaListener\\(\\s*topics = \"([^\"]+)\",\\s*groupId = (?:\"([^\"]+)\"|(\\w+))");

    /** The owner of the members has no copy of them, so the platform listens in all services but that one. */
    private static final String OWNER_OF_MEMBERS = "identity";

    private Listeners() {}

    /** In words: {@code ledger.escrow of kontor.order.market-purchase.v1}. */
    static List<String> all() {
        return services()
                .flatMap(service -> Stream.concat(
                        in(service + "-service", service),
                        service.equals(OWNER_OF_MEMBERS) ? Stream.empty() : in("infra/platform", service)))
                .toList();
    }

    private static Stream<String> services() {
        try (Stream<Path> folders = Files.list(CHECKOUT)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith("-service"))
                    .map(name -> name.replace("-service", ""))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> in(String module, String service) {
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve(module).resolve(MAIN))) {
            return files
                    .filter(file -> file.toString().endsWith("Listener.java"))
                    .map(Listeners::text)
                    .flatMap(source -> listeners(source, service))
                    .toList()
                    .stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> listeners(String source, String service) {
        List<MatchResult> found = LISTENER.matcher(source).results().toList();
        if (found.size() != source.split("@KafkaListener\\(", -1).length - 1) {
            throw new AssertionError("a listener is written in another way: " + source);
        }
        return found.stream().map(listener -> {
            String group = listener.group(2) == null ? constant(source, listener.group(3)) : listener.group(2);
            return group.replace("${kontor.service}", service) + " of " + listener.group(1);
        });
    }

    private static String constant(String source, String name) {
        Matcher constant =
                Pattern.compile("String %s = \"([^\"]+)\"".formatted(name)).matcher(source);
        if (!constant.find()) {
            throw new AssertionError("no constant " + name);
        }
        return constant.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
