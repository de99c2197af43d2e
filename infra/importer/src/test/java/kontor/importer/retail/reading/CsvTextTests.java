package kontor.importer.retail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import kontor.importer.retail.reading.CsvText.Broken;
import kontor.importer.retail.reading.CsvText.Line;
import org.junit.jupiter.api.Test;

class CsvTextTests {

    @Test
    void endsARecordWithEitherLineEndOrTheText() {
        assertThat(cells("a,b\r\nc,d\ne,f")).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
    }

    @Test
    void keepsCommasQuotesAndLineEndsOfQuotedCells() {
        assertThat(cells("\"a,b\",\"say \"\"so\"\"\",\"one\r\ntwo\"\n"))
                .containsExactly(List.of("a,b", "say \"so\"", "one\r\ntwo"));
    }

    @Test
    void keepsEmptyCellsAndBlanks() {
        assertThat(cells(",, x ,\"\",\n")).containsExactly(List.of("", "", " x ", "", ""));
    }

    @Test
    void takesALoneCarriageReturnForACharacter() {
        assertThat(cells("a\rb,c")).containsExactly(List.of("a\rb", "c"));
    }

    @Test
    void countsTheLinesOfTheText() {
        assertThat(CsvText.lines("head\n\"one\ntwo\nthree\"\nlast\n"))
                .extracting(Line::line)
                .containsExactly(1, 2, 5);
    }

    @Test
    void takesEmptyLinesForRecordsButAtTheEnd() {
        assertThat(cells("a\n\nb\n\n\r\n")).containsExactly(List.of("a"), List.of(""), List.of("b"));
        assertThat(cells("")).isEmpty();
    }

    @Test
    void refusesWhatIsNoCsv() {
        assertBroken("a\nb\"c\n", 2, "a quote stands inside a cell that is not quoted");
        assertBroken("a\n\"b\nc\n", 2, "a quoted cell has no end");
        assertBroken("\"a\"b\n", 1, "a quoted cell goes on after its closing quote");
    }

    private static void assertBroken(String text, int line, String what) {
        Broken broken = catchThrowableOfType(Broken.class, () -> CsvText.lines(text));

        assertThat(broken).isNotNull();
        assertThat(broken.line()).isEqualTo(line);
        assertThat(broken.what()).isEqualTo(what);
    }

    private static List<List<String>> cells(String text) {
        return CsvText.lines(text).stream().map(Line::cells).toList();
    }
}
