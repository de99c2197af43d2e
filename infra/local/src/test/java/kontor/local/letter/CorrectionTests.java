package kontor.local.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kontor.local.stack.Trouble;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTests {

    @TempDir
    private Path folder;

    @Test
    void changesTheHeadersThatItNamesAndNoOthers() {
        Headers letter = new RecordHeaders();
        letter.add("ce_id", bytes("7")).add("ce_sequence", bytes("none"));

        Headers corrected = Correction.of(List.of("--header", "ce_sequence=3")).applyTo(letter);

        assertThat(corrected.headers("ce_sequence"))
                .extracting(DeadLetter::text)
                .containsExactly("3");
        assertThat(corrected.headers("ce_id")).extracting(DeadLetter::text).containsExactly("7");
        assertThat(DeadLetter.text(letter.lastHeader("ce_sequence"))).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "{\"a\": 1} {}", "{\"a\": 1"})
    void refusesABodyThatIsNoObject(String body) throws Exception {
        Path file = Files.writeString(folder.resolve("body.json"), body);

        assertThatThrownBy(() -> Correction.of(List.of("--body", file.toString())))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--header ce_sequence", "--header kafka_dlt-original-topic=x", "--body", "--all x"})
    void refusesWhatIsNoCorrection(String options) {
        assertThatThrownBy(() -> Correction.of(List.of(options.split(" ", -1)))).isInstanceOf(Trouble.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kontor.a.b.v1/0/1", "kontor.a.b.v1-dlt/0", "kontor.a.b.v1-dlt/x/1", "kontor.a.b.v1-dlt/0/-1"})
    void refusesWhatIsNoPlaceOfADeadLetter(String text) {
        assertThatThrownBy(() -> Place.of(text)).isInstanceOf(Trouble.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
