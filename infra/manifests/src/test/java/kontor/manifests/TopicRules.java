package kontor.manifests;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.manifests.Sources.Listener;
import kontor.manifests.kustomize.Node;

/** Topics are those of the AsyncAPI document, and everybody may do with them what his sources do. */
final class TopicRules {

    private static final String DEAD_LETTERS = "-dlt";

    static final ManifestRule TOPICS =
            new ManifestRule("topics and their settings are those of the AsyncAPI document", shop -> {
                Map<String, Map<String, String>> expected =
                        new TreeMap<>(shop.sources().topics());
                shop.sources()
                        .topics()
                        .keySet()
                        .forEach(topic -> expected.put(
                                topic + DEAD_LETTERS, Map.of("cleanup.policy", "delete", "retention.ms", "-1")));
                Map<String, Map<String, String>> actual = shop.all("KafkaTopic")
                        .collect(toMap(
                                Node::name,
                                topic -> topic.at("spec", "config").labels(),
                                (one, other) -> one,
                                LinkedHashMap::new));
                return Differences.between(words(expected), words(actual)).map(difference -> "topic " + difference);
            });

    static final ManifestRule DURABLE = new ManifestRule(
            "topics have as many partitions as each other and a copy on each broker, up to three", shop -> {
                int brokers = shop.all("KafkaNodePool")
                        .filter(pool -> pool.at("spec", "roles").texts().contains("broker"))
                        .mapToInt(pool -> pool.at("spec", "replicas").number())
                        .sum();
                Node settings = shop.one("Kafka", "kontor").orElseThrow().at("spec", "kafka", "config");
                Stream<String> copies = shop.all("KafkaTopic")
                        .filter(topic -> topic.at("spec", "replicas").number() != Math.min(brokers, 3))
                        .map(topic -> topic + " has another number of copies than there are brokers for");
                Stream<String> partitions = shop.all("KafkaTopic")
                                        .map(topic -> topic.at("spec", "partitions"))
                                        .distinct()
                                        .count()
                                == 1
                        ? Stream.empty()
                        : Stream.of("topics differ in their number of partitions");
                Stream<String> acknowledged =
                        brokers > 1 && settings.at("min.insync.replicas").number() < 2
                                ? Stream.of("what is acknowledged is on one broker only")
                                : Stream.empty();
                Stream<String> made =
                        settings.at("auto.create.topics.enable").text().equals("false")
                                ? Stream.empty()
                                : Stream.of("the broker makes topics by itself");
                return Stream.of(copies, partitions, acknowledged, made).flatMap(faults -> faults);
            });

    static final ManifestRule RIGHTS = new ManifestRule(
            "everybody may do at the broker what his sources do, and no more",
            shop -> shop.parts().stream()
                    .flatMap(part -> Differences.between(
                                    part.equals(Sources.GATEWAY) ? readers(shop) : expected(shop, part),
                                    actual(shop, part))
                            .map(difference -> "%s: right %s".formatted(Shop.nameOf(part), difference))));

    private TopicRules() {}

    private static Set<String> words(Map<String, Map<String, String>> topics) {
        return topics.entrySet().stream()
                .map(topic -> topic.getKey() + " " + new TreeMap<>(topic.getValue()))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> readers(Shop shop) {
        return shop.sources().readByGateway().stream()
                .map(topic -> right("topic", topic, "Describe", "Read"))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> expected(Shop shop, String service) {
        Set<String> rights = new TreeSet<>();
        shop.sources().told(service).forEach(topic -> rights.add(right("topic", topic, "Describe", "Write")));
        for (Listener listener : shop.sources().listeners(service)) {
            rights.add(right("topic", listener.topic(), "Describe", "Read"));
            rights.add(right("group", listener.group(), "Read"));
            // Written when it can never be read, and read again once that is mended.
            rights.add(right("topic", listener.topic() + DEAD_LETTERS, "Describe", "Read", "Write"));
        }
        return rights;
    }

    private static String right(String type, String name, String... operations) {
        return "%s %s %s".formatted(type, name, String.join(" ", operations));
    }

    private static Set<String> actual(Shop shop, String part) {
        return shop.one("KafkaUser", Shop.nameOf(part)).stream()
                .flatMap(user -> user.at("spec", "authorization", "acls").each())
                .map(rule -> "%s %s%s %s"
                        .formatted(
                                rule.at("resource", "type").text(),
                                rule.at("resource", "name").text(),
                                rule.at("resource", "patternType").text().equals("prefix") ? "*" : "",
                                rule.at("operations").texts().stream().sorted().collect(Collectors.joining(" "))))
                .collect(toCollection(TreeSet::new));
    }
}
