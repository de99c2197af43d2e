package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.chat.stream.Cue.Opening;
import kontor.chat.stream.LiveRows.Extent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CueTests {

    private static final Extent LOG = new Extent(100, 900);
    private static final long REACHED = 890;

    @ParameterizedTest
    @NullAndEmptySource
    void startsWithWhatHappensNow(@Nullable String lastEventId) {
        assertThat(Cue.of(lastEventId, LOG, REACHED)).isEqualTo(new Cue(REACHED, Opening.STARTED));
    }

    /** Another instance may be ahead of this one. */
    @ParameterizedTest
    @ValueSource(longs = {99, 100, 812, 890, 891, 900})
    void goesOnBehindWhatTheReaderHas(long position) {
        assertThat(Cue.of(Long.toString(position), LOG, REACHED)).isEqualTo(new Cue(position, Opening.RESUMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "98",
                "0",
                "901",
                "999999999999999999",
                "9999999999999999999999",
                "-1",
                "+812",
                " 812",
                "812.0",
                "0x32c",
                "٨١٢",
                "abc",
                "' or 1=1 --",
            })
    void beginsAnewForWhatIsNotInTheLog(String lastEventId) {
        assertThat(Cue.of(lastEventId, LOG, REACHED)).isEqualTo(new Cue(REACHED, Opening.RESET));
    }

    @ParameterizedTest
    @CsvSource({"0, RESUMED", "1, RESET"})
    void knowsAnEmptyLog(String lastEventId, Opening opening) {
        assertThat(Cue.of(lastEventId, new Extent(0, 0), 0)).isEqualTo(new Cue(0, opening));
    }

    @Test
    void goesOnWhereNothingWasSweptYet() {
        assertThat(Cue.of("0", new Extent(1, 5), 5)).isEqualTo(new Cue(0, Opening.RESUMED));
    }
}
