package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The warehouse of the docs names topics, events and fields that there are. */
class WarehouseTests {

    private static final Path FOLDER = Path.of("../docs/warehouse");
    private static final Pattern VIEW = Pattern.compile("-- of: (?<events>[^\\n]*)\\n(?<sql>[^;]*);");
    private static final Pattern FIELD = Pattern.compile("->>? '(\\w+)'");

    @ParameterizedTest
    @CsvSource({"facts.json,fact", "states.json,state"})
    void copiesEveryTopicOfItsKind(String connector, String kind) throws IOException {
        String copied = JsonMapper.shared()
                .readTree(Files.readString(FOLDER.resolve(connector)))
                .required("topics")
                .asString();

        assertThat(copied.split(","))
                .containsExactlyInAnyOrderElementsOf(Contracts.topics().stream()
                        .filter(topic -> topic.declaration()
                                .required("tags")
                                .valueStream()
                                .anyMatch(tag -> tag.required("name").asString().equals(kind)))
                        .map(Contracts.Topic::address)
                        .toList());
    }

    @Test
    void viewsNameFieldsOfTheirEvents() throws IOException {
        String tables = Files.readString(FOLDER.resolve("tables.sql"));

        assertThat(VIEW.matcher(tables).results()).isNotEmpty();
        assertThat(unknown(tables)).isEmpty();
    }

    @Test
    void seesWhatAnEventDoesNotHave() {
        assertThat(unknown("-- of: kontor.ledger.transfer-posted.v1\nselect body ->> 'transferId', body ->> 'colour';"))
                .containsExactly("kontor.ledger.transfer-posted.v1: colour");
    }

    private static List<String> unknown(String tables) {
        List<String> unknown = new ArrayList<>();
        Matcher view = VIEW.matcher(tables);
        while (view.find()) {
            String sql = view.group("sql");
            for (String event : Arrays.stream(view.group("events").split(","))
                    .map(String::strip)
                    .toList()) {
                String schema = Contracts.text("contracts/%s.schema.json".formatted(fileOf(event)));
                FIELD.matcher(sql)
                        .results()
                        .map(field -> field.group(1))
                        .filter(field -> !schema.contains("\"%s\": {".formatted(field)))
                        .map(field -> event + ": " + field)
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    /** {@code ledger/transfer-posted.v1}; a state's file says so before its version. */
    private static String fileOf(String event) {
        return event.replaceFirst("kontor\\.", "").replaceFirst("\\.", "/").replace("-state.v", ".state.v");
    }
}
