package kontor.invoice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    EUR, 0,           0.00,             0.00
                    EUR, 5,           0.05,             0.05
                    EUR, -5,          -0.05,            -0.05
                    HUF, 123456,      '1,234.56',       1234.56
                    EUR, -9999999999, '-99,999,999.99', -99999999.99
                    JPY, 1234,        '1,234',          1234
                    """)
    void writesMoneyByItsCurrency(String currency, long minor, String printed, String plain) {
        Figures figures = Figures.of(currency);

        assertThat(figures.printed(minor)).isEqualTo(printed);
        assertThat(figures.plain(minor)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            27,     27,    27.00
            27.00,  27,    27.00
            5.50,   5.5,   5.50
            0.25,   0.25,  0.25
            0.00,   0,     0.00
            100,    100,   100.00
            """)
    void writesRates(BigDecimal rate, String printed, String plain) {
        assertThat(Figures.printedRate(rate)).isEqualTo(printed);
        assertThat(Figures.plainRate(rate)).isEqualTo(plain);
    }

    @Test
    void doesNotSpeakTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));

            assertThat(Figures.of("EUR").printed(123_456)).isEqualTo("1,234.56");
        } finally {
            Locale.setDefault(before);
        }
    }
}
