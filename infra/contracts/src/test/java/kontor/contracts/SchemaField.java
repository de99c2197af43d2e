package kontor.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A field of an event as a reader needs to know it.
 *
 * @param path such as {@code lines[].amount}
 * @param isRequired whether every record has it; others came later, and older records lack them
 * @param rule what a value keeps to besides its type
 */
record SchemaField(String path, String type, boolean isRequired, String rule, String description) {

    /** Shown in columns of their own, or as fields. */
    private static final Set<String> TOLD =
            Set.of("$schema", "$id", "title", "type", "format", "description", "properties", "required", "items");

    static List<SchemaField> of(JsonNode schema) {
        List<SchemaField> fields = new ArrayList<>();
        collect("", schema, fields);
        return fields;
    }

    private static void collect(String prefix, JsonNode object, List<SchemaField> fields) {
        List<String> required =
                object.path("required").valueStream().map(JsonNode::stringValue).toList();
        object.path("properties").forEachEntry((name, field) -> {
            String path = prefix + name + (field.has("items") ? "[]" : "");
            fields.add(new SchemaField(
                    path,
                    type(field),
                    required.contains(name),
                    rule(field),
                    field.path("description").asString("")));
            collect(path + ".", Contracts.objectOf(field), fields);
        });
    }

    private static String type(JsonNode field) {
        String types = types(field);
        return field.has("items") ? types + " of " + types(field.required("items")) : types;
    }

    private static String types(JsonNode field) {
        JsonNode type = field.path("type");
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(one -> one.asString("any"))
                .map(one -> one.equals("string") ? field.path("format").asString("string") : one)
                .collect(Collectors.joining(" or "));
    }

    private static String rule(JsonNode field) {
        List<String> rules = new ArrayList<>(rules("", field));
        rules.addAll(rules("each ", field.path("items")));
        return String.join(", ", rules);
    }

    /** What a schema asks for besides its fields, in its own words. */
    static List<String> rules(String whose, JsonNode schema) {
        return schema.propertyStream()
                .filter(keyword -> !TOLD.contains(keyword.getKey()))
                .map(keyword -> whose + keyword.getKey() + " " + keyword.getValue())
                .toList();
    }
}
