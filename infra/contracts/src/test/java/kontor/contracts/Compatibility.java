package kontor.contracts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.contracts.Contracts.Message;
import kontor.contracts.Contracts.Topic;
import tools.jackson.databind.JsonNode;

/**
 * What a change of a contract breaks. Topics are kept for good and their readers are released by others, so old readers
 * must understand new records and new readers old ones: a field may be added that not every record has, nothing else.
 */
final class Compatibility {

    /** Words for people. */
    private static final Set<String> FREE = Set.of("title", "description", "$comment", "examples");

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** Of a schema, in words; none if both sides understand each other. */
    static List<String> ofSchema(JsonNode released, JsonNode today) {
        Compatibility compatibility = new Compatibility();
        compatibility.compare("", released, today);
        return compatibility.breaks;
    }

    /** Of the topics of a document, without the schemas it refers to. */
    static List<String> ofTopics(JsonNode released, JsonNode today) {
        Compatibility compatibility = new Compatibility();
        compatibility.compare(
                "header ",
                released.requiredAt("/components/schemas/Headers"),
                today.requiredAt("/components/schemas/Headers"));
        for (Topic topic : Contracts.topics(released)) {
            Contracts.topics(today).stream()
                    .filter(one -> one.address().equals(topic.address()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> compatibility.compare(released, topic, today, one),
                            () -> compatibility.breaks.add("topic %s is gone".formatted(topic.address())));
        }
        return compatibility.breaks;
    }

    private void compare(JsonNode releasedDocument, Topic released, JsonNode todaysDocument, Topic today) {
        String address = released.address();
        same(
                address + " is kept",
                released.kafka().required("topicConfiguration"),
                today.kafka().required("topicConfiguration"));
        released.messages()
                .forEach(message -> today.messages()
                        .filter(one -> one.type().equals(message.type()))
                        .findFirst()
                        .ifPresentOrElse(
                                one -> {
                                    same(
                                            message + " is keyed",
                                            key(releasedDocument, message),
                                            key(todaysDocument, one));
                                    same(message + " has its body", body(message), body(one));
                                },
                                () -> breaks.add("%s is no event of %s any more".formatted(message, address))));
    }

    private static JsonNode body(Message message) {
        return message.declaration().required("payload");
    }

    private static JsonNode key(JsonNode document, Message message) {
        String trait = message.declaration().requiredAt("/traits/0/$ref").stringValue();
        return document.requiredAt(trait.substring(1) + "/bindings/kafka/key");
    }

    private void compare(String path, JsonNode released, JsonNode today) {
        Set<String> keywords = new LinkedHashSet<>(released.propertyNames());
        keywords.addAll(today.propertyNames());
        keywords.removeAll(FREE);
        for (String keyword : keywords) {
            JsonNode before = released.path(keyword);
            JsonNode now = today.path(keyword);
            switch (keyword) {
                case "properties" -> fields(path, before, now);
                case "items" -> compare(path + "[]", before, now);
                case "required" -> required(path, words(before), words(now), released.path("properties"));
                case "enum" -> words(path, words(before), words(now));
                default -> same(named(path, keyword), before, now);
            }
        }
    }

    private void fields(String path, JsonNode before, JsonNode now) {
        before.forEachEntry((name, field) -> {
            if (now.has(name)) {
                compare(named(path, name), field, now.required(name));
            } else {
                breaks.add("%s is gone, and its readers with it".formatted(named(path, name)));
            }
        });
    }

    private void required(String path, Set<String> before, Set<String> now, JsonNode fields) {
        for (String name : less(before, now)) {
            breaks.add(
                    "%s is not in every record any more, as its readers take for granted".formatted(named(path, name)));
        }
        for (String name : less(now, before)) {
            breaks.add((fields.has(name)
                            ? "%s is asked of every record, which older ones do not keep to"
                            : "%s is new and asked of every record, which older ones have not")
                    .formatted(named(path, name)));
        }
    }

    private void words(String path, Set<String> before, Set<String> now) {
        for (String word : less(before, now)) {
            breaks.add("%s may not be %s any more, as it is in older records".formatted(path, word));
        }
        for (String word : less(now, before)) {
            breaks.add("%s may be %s, which its readers do not know".formatted(path, word));
        }
    }

    private void same(String what, JsonNode before, JsonNode now) {
        if (!before.equals(now)) {
            breaks.add("%s: was %s, is %s".formatted(what, before, now));
        }
    }

    private static String named(String path, String name) {
        return path.isEmpty() || path.endsWith(" ") ? path + name : path + "." + name;
    }

    private static Set<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> less(Set<String> from, Set<String> taken) {
        Set<String> left = new LinkedHashSet<>(from);
        left.removeAll(taken);
        return left;
    }
}
