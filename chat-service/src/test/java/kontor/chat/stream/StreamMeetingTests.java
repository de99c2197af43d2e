package kontor.chat.stream;

import static kontor.chat.stream.Meeting.require;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kontor.platform.rejection.Unavailable;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;

/** Whoever meets at a stream or at the door of the instance, in whatever order their steps fall. */
class StreamMeetingTests {

    private static final Frame ONE = Frame.beat(1);
    private static final Frame TWO = Frame.beat(2);
    private static final Frame THREE = Frame.beat(3);

    private static final UUID ADA = new UUID(0, 7);
    private static final UUID BOB = new UUID(0, 8);

    @Test
    void aReaderIsWokenAndGetsEachEventOnce() {
        Meeting.inAllWays(() -> {
            OpenStream stream = Meeting.shared(stream(ADA));
            stream.offer(ONE);
            Meeting.of(() -> stream.offer(TWO), () -> require(Meeting.read(2, stream::take) == 12));
        });
    }

    @Test
    void aReaderGetsWhatWasToldBeforeTheEnd() {
        Meeting.inAllWays(() -> {
            OpenStream stream = Meeting.shared(stream(ADA));
            Meeting.of(
                    () -> {
                        stream.offer(ONE);
                        stream.end(Ending.STOPPING);
                    },
                    () -> require(Meeting.read(2, stream::take) == 1));
        });
    }

    /** He knows that he was cut, or has it all. */
    @Test
    void aReaderMissesNothingUnnoticed() {
        Meeting.inAllWays(() -> {
            OpenStream stream = Meeting.shared(stream(ADA));
            stream.offer(ONE);
            stream.offer(TWO);
            Meeting.of(() -> stream.offer(THREE), () -> {
                long read = Meeting.read(3, stream::take);
                require(stream.ending() == Ending.TOO_SLOW ? read == 0 : read == 123);
            });
        });
    }

    @Test
    void noStreamOutlivesTheStop() {
        OpenStreams streams = streams();
        Meeting.inAllWays(() -> {
            OpenStream stream = Meeting.shared(stream(ADA));
            boolean[] isIn = new boolean[1];
            Meeting.of(() -> isIn[0] = comesIn(streams, stream), () -> streams.endAll(Ending.STOPPING));
            require(isIn[0] == (stream.ending() == Ending.STOPPING));
            require(isIn[0] != streams.isEmpty());
            streams.remove(stream);
            streams.letIn();
        });
    }

    /** One goes while another comes, perhaps too early; who comes after both is not refused for him. */
    @Test
    void noStreamIsRefusedForOneThatDoesNotComeIn() {
        OpenStreams streams = streams();
        Meeting.inAllWays(() -> {
            List<OpenStream> three = List.of(stream(ADA), stream(BOB), stream(ADA));
            boolean[] isIn = new boolean[3];
            isIn[0] = comesIn(streams, three.get(0));
            Meeting.of(() -> isIn[1] = comesIn(streams, three.get(1)), () -> {
                streams.remove(three.get(0));
                isIn[2] = comesIn(streams, three.get(2));
            });
            require(isIn[0] && isIn[1] != isIn[2]);
            three.forEach(streams::remove);
        });
    }

    /** The check finds the faults that are planted. */
    @Test
    void isSeenToFail() {
        assertSeen(() -> {
            HastyStream stream = Meeting.shared(new HastyStream());
            stream.offer(ONE);
            Meeting.of(() -> stream.offer(TWO), () -> require(Meeting.read(2, stream::take) == 12));
        });
        assertSeen(() -> {
            HastyStreams streams = Meeting.shared(new HastyStreams());
            OpenStream stream = Meeting.shared(stream(ADA));
            boolean[] isIn = new boolean[1];
            Meeting.of(() -> isIn[0] = streams.add(stream), () -> streams.endAll(Ending.STOPPING));
            require(isIn[0] == (stream.ending() == Ending.STOPPING));
        });
    }

    private static void assertSeen(Runnable scene) {
        assertThatExceptionOfType(LincheckAssertionError.class).isThrownBy(() -> Meeting.inAllWays(scene));
    }

    private static OpenStreams streams() {
        return new OpenStreams(Meeting.settings(1), new SimpleMeterRegistry());
    }

    private static OpenStream stream(UUID member) {
        return new OpenStream(member, Duration.ofMinutes(1), Meeting.settings(1));
    }

    private static boolean comesIn(OpenStreams streams, OpenStream stream) {
        try {
            streams.add(stream);
            return true;
        } catch (Unavailable e) {
            return false;
        }
    }
}
