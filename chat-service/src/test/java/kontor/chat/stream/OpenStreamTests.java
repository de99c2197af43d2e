package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@Timeout(20)
class OpenStreamTests {

    private static OpenStream stream(int waitingMax, long bytesMax) {
        return new OpenStream(
                UUID.randomUUID(),
                Duration.ofMinutes(1),
                new StreamSettings(5, 100, Duration.ofSeconds(10), waitingMax, DataSize.ofBytes(bytesMax)));
    }

    private static Frame frame(long position) {
        return Frame.event(position, "notice", "{}");
    }

    private static List<Long> positions(List<Frame> frames) {
        return frames.stream().map(Frame::position).toList();
    }

    @Test
    void givesWhatWaitsInItsOrderAndOnce() throws InterruptedException {
        OpenStream stream = stream(10, 10_000);

        LongStream.rangeClosed(1, 3).forEach(position -> stream.offer(frame(position)));

        assertThat(positions(stream.take())).containsExactly(1L, 2L, 3L);
        stream.end(Ending.STOPPING);
        assertThat(stream.take()).isEmpty();
    }

    @Test
    void wakesAReaderWhoWaits() throws InterruptedException {
        OpenStream stream = stream(10, 10_000);
        Thread teller = Thread.ofVirtual().start(() -> stream.offer(frame(1)));

        assertThat(positions(stream.take())).containsExactly(1L);
        teller.join();
    }

    @Test
    void cutsAReaderForWhomTooManyWait() throws InterruptedException {
        OpenStream stream = stream(3, 10_000);

        LongStream.rangeClosed(1, 3).forEach(position -> stream.offer(frame(position)));
        assertThat(stream.ending()).isNull();
        stream.offer(frame(4));

        assertThat(stream.ending()).isEqualTo(Ending.TOO_SLOW);
        assertThat(stream.take()).isEmpty();
    }

    @Test
    void cutsAReaderForWhomTooMuchWaits() {
        long three = 3L * frame(1).bytes().length;
        OpenStream stream = stream(10, three);

        LongStream.rangeClosed(1, 3).forEach(position -> stream.offer(frame(position)));
        assertThat(stream.ending()).isNull();
        stream.offer(frame(4));

        assertThat(stream.ending()).isEqualTo(Ending.TOO_SLOW);
    }

    @Test
    void hasRoomAgainOnceItsReaderHasTaken() throws InterruptedException {
        OpenStream stream = stream(3, 10_000);

        for (int round = 0; round < 5; round++) {
            LongStream.rangeClosed(1, 3).forEach(position -> stream.offer(frame(position)));
            assertThat(stream.take()).hasSize(3);
        }

        assertThat(stream.ending()).isNull();
    }

    @Test
    void tellsWhatWaitsBeforeItEnds() throws InterruptedException {
        OpenStream stream = stream(3, 10_000);
        stream.offer(frame(1));

        stream.end(Ending.STOPPING);
        stream.end(Ending.TOKEN_ENDED);
        stream.offer(frame(2));

        assertThat(positions(stream.take())).containsExactly(1L);
        assertThat(stream.take()).isEmpty();
        assertThat(stream.ending()).isEqualTo(Ending.STOPPING);
    }

    /** Nothing is lost or doubled between one who tells and one who takes; or the reader is cut, and knows it. */
    @Test
    void keepsOrderWhileBothAreAtWork() throws InterruptedException {
        OpenStream stream = stream(100_000, 100_000_000);
        int number = 20_000;
        Thread teller = Thread.ofPlatform().start(() -> {
            LongStream.rangeClosed(1, number).forEach(position -> stream.offer(frame(position)));
            stream.end(Ending.STOPPING);
        });

        List<Long> taken = new ArrayList<>();
        for (List<Frame> some = stream.take(); !some.isEmpty(); some = stream.take()) {
            taken.addAll(positions(some));
        }
        teller.join();

        assertThat(taken)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, number).boxed().toList());
    }
}
