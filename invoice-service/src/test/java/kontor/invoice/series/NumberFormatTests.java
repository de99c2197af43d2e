package kontor.invoice.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTests {

    @ParameterizedTest
    @CsvSource({
        "{issuer}-{year}-{no:6}, 4, 2026, 18, 4-2026-000018",
        "{issuer}-{year}-{no:6}, 4, 2026, 1234567, 4-2026-1234567",
        "{year}/{issuer}/{no}, 51, 2027, 1, 2027/51/1",
        "KS.{no:12}.{year}.{issuer}, 1, 2026, 7, KS.000000000007.2026.1",
    })
    void makesANumberOfIssuerYearAndNo(String pattern, long issuer, int year, int no, String number) {
        assertThat(new NumberFormat(pattern).of(issuer, year, no)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{year}-{no}",
                "{issuer}-{no}",
                "{issuer}-{year}",
                "{issuer}-{year}-{no}-{no:6}",
                "{issuer}{year}-{no}",
                "{issuer}-{year}1{no}",
                "1{issuer}-{year}-{no}",
                "{issuer}-{year}-{no}1",
                "{issuer}-{year}-{no:0}",
                "{issuer}-{year}-{no:13}",
                "{issuer:3}-{year}-{no}",
                "{issuer}-{year}-{no} ",
                "{issuer}-{year}-{no}\"",
                "{issuer}-{year}-{no}{x}",
                "import-{issuer}-{year}-{no}",
                "ABCDEF{issuer}-{year}-{no:6}",
            })
    void refusesWhatCouldGiveANumberTwiceOrIsNone(String pattern) {
        assertThatThrownBy(() -> new SeriesSettings(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kontor.invoice.number-format");
    }

    @Test
    void neverIsLongerThanItsColumn() {
        assertThat(new NumberFormat("KS.{issuer}-{year}-{no:12}").of(Long.MAX_VALUE, 9999, Integer.MAX_VALUE))
                .hasSize(40);
    }
}
