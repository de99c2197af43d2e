package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kontor.platform.rejection.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@Timeout(20)
class OpenStreamsTests {

    private static final UUID ADA = new UUID(0, 7);
    private static final UUID BOB = new UUID(0, 8);
    private static final int MOST = 3;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OpenStreams streams =
            new OpenStreams(new StreamSettings(5, MOST, Duration.ofSeconds(10), 10, DataSize.ofMegabytes(1)), meters);

    private OpenStream open(UUID member) {
        OpenStream stream = streams.create(member, Duration.ofMinutes(1));
        streams.add(stream);
        return stream;
    }

    private double open() {
        return meters.get("chat.stream.open").gauge().value();
    }

    @Test
    void tellsEachStreamOfAMember() throws InterruptedException {
        OpenStream first = open(ADA);
        OpenStream second = open(ADA);
        OpenStream other = open(BOB);
        Frame frame = Frame.event(1, "notice", "{}");

        streams.tell(ADA, frame);
        streams.tell(new UUID(0, 9), frame);

        assertThat(first.take()).containsExactly(frame);
        assertThat(second.take()).containsExactly(frame);
        other.end(Ending.STOPPING);
        assertThat(other.take()).isEmpty();
    }

    @Test
    void holdsNoMoreThanItCan() {
        OpenStream first = open(ADA);
        open(ADA);
        open(BOB);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> open(BOB));
        assertThat(open()).isEqualTo(MOST);
        streams.remove(first);
        open(BOB);

        assertThat(streams.ids()).hasSize(MOST);
    }

    @Test
    void forgetsAMemberWithHisLastStream() {
        OpenStream first = open(ADA);
        OpenStream second = open(ADA);

        streams.remove(first);
        assertThat(streams.has(ADA)).isTrue();
        streams.remove(second);
        streams.remove(second);

        assertThat(streams.has(ADA)).isFalse();
        assertThat(streams.isEmpty()).isTrue();
        assertThat(open()).isZero();
    }

    @Test
    void endsThoseOfTheseMembersAlone() {
        OpenStream hers = open(ADA);
        OpenStream his = open(BOB);

        streams.end(List.of(ADA, new UUID(0, 9)), Ending.RIGHT_LOST);

        assertThat(hers.ending()).isEqualTo(Ending.RIGHT_LOST);
        assertThat(his.ending()).isNull();
    }

    @Test
    void endsThoseWhoseTokenIsOver() {
        OpenStream stream = open(ADA);
        OpenStream over = streams.create(BOB, Duration.ofSeconds(-1));
        streams.add(over);

        streams.endWithTokens();

        assertThat(over.ending()).isEqualTo(Ending.TOKEN_ENDED);
        assertThat(stream.ending()).isNull();
    }

    @Test
    void letsNoneInWhileItStops() {
        OpenStream stream = open(ADA);

        streams.endAll(Ending.STOPPING);

        assertThat(stream.ending()).isEqualTo(Ending.STOPPING);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> open(BOB));
        assertThat(streams.members()).containsExactly(ADA);
        streams.letIn();
        assertThat(open(BOB).ending()).isNull();
    }

    @Test
    void countsWhyStreamsHaveEnded() {
        OpenStream gone = open(ADA);
        OpenStream slow = open(ADA);
        slow.end(Ending.TOO_SLOW);

        streams.remove(gone);
        streams.remove(slow);

        for (String why : List.of("GONE", "TOO_SLOW")) {
            assertThat(meters.get("chat.stream.ended").tag("why", why).counter().count())
                    .isEqualTo(1);
        }
    }
}
