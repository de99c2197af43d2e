package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages of the reference tell everything, lead nowhere else, and are written to {@code target/reference}. */
class ReferenceTests {

    private static final Path FOLDER = Path.of("target/reference");
    private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Map<String, String> PAGES = new Reference(Contracts.yaml("asyncapi.yaml")).pages();

    @AfterAll
    static void write() throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    @Test
    void tellsEveryFieldOfEveryEventOfEveryTopic() {
        assertThat(Contracts.messages()).isNotEmpty().allSatisfy(message -> {
            String page = page(Reference.page(message.topic()));
            assertThat(page).contains(message.topic().address(), "<h2 id=\"" + message.name() + "\">" + message.type());
            List<SchemaField> fields = SchemaField.of(Contracts.json(message.schema()));
            assertThat(fields)
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(page)
                            .contains("<td><code>" + field.path() + "</code></td><td>" + field.type() + "</td>"));
        });
    }

    @Test
    void tellsFieldsOfElementsAndWhatTheyKeepTo() {
        assertThat(SchemaField.of(Contracts.json("contracts/ledger/transfer-posted.v1.schema.json")))
                .anySatisfy(field -> {
                    assertThat(field.path()).isEqualTo("entries[].amountMinor");
                    assertThat(field.type()).isEqualTo("integer");
                    assertThat(field.rule()).contains("minimum ", "maximum ");
                    assertThat(field.isRequired()).isTrue();
                })
                .extracting(SchemaField::path)
                .contains("entries[]");
    }

    @Test
    void tellsWhoReadsATopic() {
        assertThat(page("order.market-purchase.html")).contains("ledger.escrow", "order-service", "retention.ms");
        assertThat(page("index.html")).contains("catalog.listings.html", "ce_sequence", "ledger.escrow");
    }

    @Test
    void leadsNowhereButToItself() {
        PAGES.forEach((name, page) -> assertThat(TARGET.matcher(page).results().map(target -> target.group(1)))
                .as(name)
                .allSatisfy(target -> {
                    String[] parts = target.split("#", 2);
                    assertThat(PAGES).containsKey(parts[0]);
                    if (parts.length == 2) {
                        assertThat(page(parts[0])).contains(" id=\"" + parts[1] + "\"");
                    }
                }));
        assertThat(PAGES.values()).noneMatch(page -> page.contains("<script") || page.contains("@import"));
    }

    @Test
    void isTheSameEachTime() {
        Map<String, String> again = new Reference(Contracts.yaml("asyncapi.yaml")).pages();

        assertThat(List.copyOf(again.entrySet())).isEqualTo(List.copyOf(PAGES.entrySet()));
    }

    @Test
    void putsTextsInAsText() {
        JsonNode document = Contracts.yaml("asyncapi.yaml");
        ((ObjectNode) document.requiredAt("/channels/ledger.deposit")).put("description", "<script>\"&\"</script>");

        String page = Objects.requireNonNull(new Reference(document).pages().get("ledger.deposit.html"));

        assertThat(page)
                .contains("&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;")
                .doesNotContain("<script");
    }

    private static String page(String name) {
        return Objects.requireNonNull(PAGES.get(name), name);
    }
}
