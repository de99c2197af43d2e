package kontor.local.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.PropertyFile;
import kontor.local.stack.Trouble;

/** Of which services there is more than one instance, by {@code infra/up --scale order-service=2}. */
public record Scale(Map<String, Integer> counts) {

    public static final Scale ONE_EACH = new Scale(Map.of());

    private static final String FILE = "scale";
    private static final Pattern WISH = Pattern.compile("([a-z]+?)(?:-service)?=(\\d{1,3})");

    /** What was asked for, as {@code infra/up} hands it on. */
    public static Scale from(Map<String, String> environment) {
        Map<String, Integer> counts = new HashMap<>();
        for (String wish : environment.getOrDefault("KONTOR_SCALE", "").strip().split("[\\s,]+", -1)) {
            if (!wish.isEmpty()) {
                Matcher matcher = WISH.matcher(wish);
                if (!matcher.matches()) {
                    throw new Trouble("'%s' is no scale; say --scale order-service=2.".formatted(wish));
                }
                counts.put(scalable(matcher.group(1)), count(matcher.group(2)));
            }
        }
        return new Scale(Map.copyOf(counts));
    }

    private static String scalable(String name) {
        List<String> known = Service.ALL.stream()
                .filter(service -> !service.isGateway())
                .map(Service::name)
                .toList();
        if (!known.contains(name)) {
            throw new Trouble("There are not several instances of '%s'; there may be of %s."
                    .formatted(name, String.join(", ", known)));
        }
        return name;
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > Ports.INSTANCES_MOST) {
            throw new Trouble(
                    "%s instances of a service cannot be run here; say 1 to %d.".formatted(text, Ports.INSTANCES_MOST));
        }
        return count;
    }

    public int of(Service service) {
        return counts.getOrDefault(service.name(), 1);
    }

    /** First ones first, so that the shop is whole before it is wide. */
    public List<Instance> instances(List<Service> services) {
        return IntStream.rangeClosed(1, Ports.INSTANCES_MOST)
                .boxed()
                .flatMap(number -> services.stream()
                        .filter(service -> number <= of(service))
                        .map(service -> new Instance(service, number)))
                .toList();
    }

    public Stream<Instance> instances(Service service) {
        return instances(List.of(service)).stream();
    }

    /** Kept so that the other commands know all parts of a stack that is up. */
    public void save(Folders folders) {
        Properties saved = new Properties();
        counts.forEach((name, count) -> saved.setProperty(name, Integer.toString(count)));
        PropertyFile.write(file(folders), saved);
    }

    public static Scale saved(Folders folders) {
        if (!Files.exists(file(folders))) {
            return ONE_EACH;
        }
        Map<String, Integer> counts = new HashMap<>();
        PropertyFile.readMap(file(folders)).forEach((name, count) -> counts.put(name, Integer.valueOf(count)));
        return new Scale(Map.copyOf(counts));
    }

    private static Path file(Folders folders) {
        return folders.state().resolve(FILE);
    }
}
