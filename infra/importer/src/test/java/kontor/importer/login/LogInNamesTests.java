package kontor.importer.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kontor.importer.source.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogInNamesTests {

    private final LogInNames names = new LogInNames();

    @ParameterizedTest
    @CsvSource({
        "Grace, Adeyemi, grace.adeyemi",
        "Łukasz, Nowak-Weiß, lukasz.nowak.weiss",
        "Bjørn, Ångström, bjorn.angstrom",
        "Ayşe, İnci, ayse.inci",
        "' ', O'Neill, o.neill",
        "王, 小明, member.7",
        "Wolfeschlegelsteinhausenberger, Bergerdorffwelchevoralternwaren, wolfeschlegelsteinhausenberger.bergerdor"
    })
    void makesANameThatAnybodyCanType(String first, String last, String logIn) {
        assertThat(names.next(user(first, last))).isEqualTo(logIn);
    }

    @Test
    void givesNoNameTwice() {
        names.take("Grace.Adeyemi");
        names.take("grace.adeyemi.3");

        assertThat(names.next(user("Grace", "Adeyemi"))).isEqualTo("grace.adeyemi.2");
        assertThat(names.next(user("Gráce", "ADEYEMI"))).isEqualTo("grace.adeyemi.4");
        assertThat(names.next(user(null, "Cash box"))).isEqualTo("cash.box");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"=1+1, '=1+1", "-2, '-2", "@a, '@a", "+a, '+a", "Grace, Grace"})
    void keepsSpreadsheetsFromCalculating(String text, String cell) {
        assertThat(LogInSheet.cell(text)).isEqualTo(cell);
    }

    @Test
    void quotesWhatDividesCells() {
        assertThat(LogInSheet.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }

    private static People.User user(@Nullable String first, String last) {
        return new People.User(7, Instant.EPOCH, first, last, true, true, null);
    }
}
