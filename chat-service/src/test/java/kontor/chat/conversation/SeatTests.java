package kontor.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatTests {

    private static Seat fresh() {
        return new Seat(new UUID(0, 7), Role.PARTY, true, 0, 0);
    }

    @Test
    void hasReadNothingAtFirst() {
        assertThat(fresh().unreadOf(5)).isEqualTo(5);
    }

    @Test
    void movesTheMarkerToTheOwnMessageIfNothingBeforeWasUnread() {
        Seat wrote = fresh().wrote(1).wrote(2);

        assertThat(wrote.lastReadSeq()).isEqualTo(2);
        assertThat(wrote.unreadOf(2)).isZero();
        assertThat(wrote.unreadOf(3)).isEqualTo(1);
    }

    @Test
    void keepsTheMarkerBeforeWhatIsUnread() {
        Seat wrote = fresh().wrote(3);

        assertThat(wrote.lastReadSeq()).isZero();
        assertThat(wrote.unreadOf(3)).isEqualTo(2);
        assertThat(wrote.unreadOf(4)).isEqualTo(3);
    }

    @Test
    void catchesUpOnceTheRestIsRead() {
        Seat read = fresh().wrote(3).read(2, 1);

        assertThat(read.unreadOf(3)).isZero();
        assertThat(read.wrote(4)).isEqualTo(read.read(4, 0));
    }
}
