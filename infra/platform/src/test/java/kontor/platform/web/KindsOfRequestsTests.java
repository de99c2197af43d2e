package kontor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.util.List;
import kontor.platform.Rejection.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part of a request whose form depends on a word in it. */
class KindsOfRequestsTests {

    private final RequestReading reading = new RequestReading();

    /** Parts of several kinds. */
    record Drawing(List<Figure> figures) {}

    /** Round or square. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "CIRCLE"),
        @JsonSubTypes.Type(value = Square.class, name = "SQUARE"),
    })
    sealed interface Figure {}

    /** Round. */
    record Circle(Integer radius) implements Figure {}

    /** Square. */
    record Square(Integer side) implements Figure {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{`kind`: `TRIANGLE`, `side`: 1} | /figures/1/kind | invalid-field",
                "{`kind`: `circle`, `side`: 1} | /figures/1/kind | invalid-field",
                "{`kind`: ``} | /figures/1/kind | invalid-field",
                "{`kind`: 5} | /figures/1/kind | invalid-field",
                "{`kind`: null, `side`: 1} | /figures/1 | invalid-field",
                "{`kind`: {`kind`: `SQUARE`}} | /figures/1 | invalid-field",
                "{`side`: 1} | /figures/1 | invalid-field",
                "{} | /figures/1 | invalid-field",
                "5 | /figures/1 | invalid-field",
                "{`kind`: `SQUARE`, `side`: 1.5} | /figures/1/side | invalid-field",
                "{`side`: 1.5, `kind`: `SQUARE`} | /figures/1/side | invalid-field",
                "{`kind`: `SQUARE`, `radius`: 1} | /figures/1/radius | unknown-field",
                "{`radius`: 1, `kind`: `SQUARE`} | /figures/1/radius | unknown-field",
            })
    void isReadByItsKind(String figure, String pointer, String code) {
        String json = "{'figures': [{'kind': 'CIRCLE', 'radius': 2}, %s, {'kind': 'SQUARE', 'side': 3}]}"
                .formatted(figure)
                .replace('\'', '"')
                .replace('`', '"');

        assertThat(reading.faults(json, Drawing.class))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple(pointer, code));
    }

    @Test
    void mayNameItsKindLast() throws IOException {
        Drawing drawing = reading.read("{\"figures\": [{\"side\": 3, \"kind\": \"SQUARE\"}]}", Drawing.class);

        assertThat(drawing.figures()).containsExactly(new Square(3));
    }
}
