package kontor.contracts;

import static kontor.contracts.Html.cell;
import static kontor.contracts.Html.code;
import static kontor.contracts.Html.linked;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.Contracts.Message;
import kontor.contracts.Contracts.Topic;
import tools.jackson.databind.JsonNode;

/** The contracts as pages to read: one of all topics and one for each, made of the document and the schemas alone. */
final class Reference {

    private static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
            h2 { margin-top: 2.5rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #bbb; padding: .3rem .6rem; text-align: left; vertical-align: top; }
            code { overflow-wrap: anywhere; }
            pre { background: #f4f4f4; overflow-x: auto; padding: .8rem; }
            @media (prefers-color-scheme: dark) {
              body { background: #161616; color: #ddd; } a { color: #8cf; } pre { background: #222; }
            }
            """;

    private final JsonNode document;
    private final List<Topic> topics;

    Reference(JsonNode document) {
        this.document = document;
        this.topics = Contracts.topics(document);
    }

    /** Content by file name. */
    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("style.css", STYLE);
        pages.put("index.html", index());
        topics.forEach(topic -> pages.put(page(topic), page(topic, new Html())));
        return pages;
    }

    static String page(Topic topic) {
        return topic.channel() + ".html";
    }

    private String index() {
        Html page = new Html();
        page.element("h1", document.requiredAt("/info/title").stringValue());
        String description = document.requiredAt("/info/description").stringValue();
        for (String paragraph : description.strip().split("\n\n", -1)) {
            page.element("p", paragraph);
        }
        page.element("h2", "Topics").head("Topic", "Is", "Kind", "Events", "Read by");
        for (Topic topic : topics) {
            page.row(
                    linked(page(topic), topic.address()),
                    cell(topic.declaration().required("description").stringValue()),
                    topic.isState() ? "state" : "fact",
                    Long.toString(topic.messages().count()),
                    cell(String.join(", ", readers(topic))));
        }
        page.raw("</table>\n").element("h2", "Headers of every record");
        headers(page);
        page.element("h2", "Events").raw("<ul>\n");
        topics.stream()
                .flatMap(Topic::messages)
                .sorted((one, other) -> one.type().compareTo(other.type()))
                .forEach(message -> page.raw("<li>")
                        .link(page(message.topic()) + "#" + message.name(), message.type())
                        .raw("</li>\n"));
        return page.raw("</ul>\n").document("Kontor topics");
    }

    private void headers(Html page) {
        JsonNode headers = document.requiredAt("/components/schemas/Headers");
        List<String> required = headers.required("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        page.element("p", headers.required("description").stringValue()).head("Header", "Value", "Always", "Is");
        headers.required("properties")
                .forEachEntry((name, header) -> page.row(
                        code(name),
                        code(value(header)),
                        required.contains(name) ? "yes" : "no",
                        cell(header.path("description").asString(""))));
        page.raw("</table>\n");
    }

    private static String value(JsonNode schema) {
        for (String keyword : List.of("const", "enum", "format", "pattern", "type")) {
            if (schema.has(keyword)) {
                return keyword + " " + schema.required(keyword);
            }
        }
        return "";
    }

    private String page(Topic topic, Html page) {
        page.raw("<p>").link("index.html", "All topics").raw("</p>\n");
        page.element("h1", topic.declaration().required("title").stringValue());
        page.element("p", topic.declaration().required("description").stringValue());
        page.raw("<table>\n")
                .row("Address", code(topic.address()))
                .row(
                        "Kind",
                        topic.isState()
                                ? "state: the newest whole state per key"
                                : "fact: kept for good, in order per key")
                .row("Key", code(key(topic)))
                .row("Partitions", topic.kafka().required("partitions").toString())
                .row("Kept", code(topic.kafka().required("topicConfiguration").toString()))
                .row("Written by", cell(topic.service() + "-service"))
                .row("Read by", cell(String.join(", ", readers(topic))))
                .row("Dead letters", code(topic.address() + "-dlt"))
                .raw("</table>\n");
        topic.messages().forEach(message -> message(page, message));
        return page.document(topic.address());
    }

    private void message(Html page, Message message) {
        JsonNode schema = Contracts.json(message.schema());
        page.raw("<h2 id=\"" + message.name() + "\">").text(message.type()).raw("</h2>\n");
        page.element("p", message.declaration().required("summary").stringValue());
        page.element("p", schema.required("description").stringValue());
        SchemaField.rules("", schema).forEach(rule -> page.element("pre", rule));
        page.head("Field", "Type", "Always", "Keeps to", "Is");
        for (SchemaField field : SchemaField.of(schema)) {
            page.row(
                    code(field.path()),
                    cell(field.type()),
                    field.isRequired() ? "yes" : "no",
                    code(field.rule()),
                    cell(field.description()));
        }
        page.raw("</table>\n");
        Contracts.examples().stream()
                .filter(example -> !example.contains("/history/"))
                .filter(example -> Contracts.schemaOf(example).equals(message.schema()))
                .forEach(example -> page.raw("<details open><summary>")
                        .text(example.substring(example.lastIndexOf('/') + 1))
                        .raw("</summary>\n<pre>")
                        .text(Contracts.text(example))
                        .raw("</pre></details>\n"));
    }

    /** Every message of a topic has the same kind of key. */
    private String key(Topic topic) {
        JsonNode message = topic.messages().findFirst().orElseThrow().declaration();
        String trait = message.requiredAt("/traits/0/$ref").stringValue().substring(1);
        return document.requiredAt(trait + "/bindings/kafka/key").toString();
    }

    private List<String> readers(Topic topic) {
        return Contracts.operations(document)
                .filter(operation ->
                        operation.isReceiving() && operation.channel().equals(topic.channel()))
                .map(Contracts.Operation::group)
                .sorted()
                .toList();
    }
}
