package kontor.importer.retail.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import kontor.importer.reading.Refused;
import kontor.importer.retail.SmallRetail;
import kontor.importer.retail.reading.RetailReader;
import kontor.importer.retail.source.Retail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BrokenRetailTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        SmallRetail.write(folder);
    }

    @Test
    void findsNothingInAGoodOne() {
        assertThatCode(this::inspect).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/broken-retail.csv",
            delimiter = '|',
            quoteCharacter = '\u0007',
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false)
    void namesFileAndLine(String file, int line, String text, String sentence) {
        SmallRetail.change(folder, file, line, text == null ? "" : text);

        assertThat(refusal().getMessage()).isEqualTo(sentence);
    }

    @Test
    void namesTwentyOfMany() {
        for (int line = 4; line < 40; line++) {
            SmallRetail.change(folder, "PaymentMethod.csv", line, line + ",Later " + line + ",-1");
        }

        Refused refused = refusal();
        assertThat(refused).hasMessage("PaymentMethod.csv line 4: Deadline is -1, possible are 0 to 3650.");
        assertThat(refused.further()).hasSize(20).endsWith("and 16 more");
    }

    @Test
    void saysWhosePasswordIsNone() {
        Retail retail = RetailReader.read(folder, NOW);

        assertThat(Passwords.notes(retail.clientele()))
                .containsExactly("Customer.csv line 3: the password is none that the shop takes; "
                        + "give Teahouse a log-in by hand.");
        assertThat(retail.clientele().customers())
                .extracting(Passwords::isPossible)
                .containsExactly(true, false, true);
    }

    private Refused refusal() {
        Refused refused = catchThrowableOfType(Refused.class, this::inspect);
        assertThat(refused).as("refused").isNotNull();
        return refused;
    }

    private void inspect() {
        RetailInspection.inspect(RetailReader.read(folder, NOW));
    }
}
