package kontor.invoice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HU42117730161111101800000000",
                "HU42 1177 3016 1111 1018 0000 0000",
                "IBAN: hu42 1177 3016 1111 1018 0000 0000",
                "DE89370400440532013000",
                "MT84MALT011000012345MTLCAST001S"
            })
    void knowsAnAccountThatCanBePaidTo(String text) {
        assertThat(Iban.in(text)).isPresent();
    }

    /** A digit changed, lost, doubled; another country; a plain number; a word; no SEPA country; nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HU43117730161111101800000000",
                "HU4211773016111110180000000",
                "HU421177301611111018000000000",
                "AT42117730161111101800000000",
                "259476332-15689799-10020065",
                "IBAN",
                "BR1800360305000010009795493C1",
                "HU4２117730161111101800000000",
                "",
                " "
            })
    void takesNothingElseForOne(String text) {
        assertThat(Iban.in(text)).isEmpty();
    }

    @Test
    void isPrintedInGroups() {
        assertThat(Iban.in("AT611904300234573201").orElseThrow().printed()).isEqualTo("AT61 1904 3002 3457 3201");
    }
}
