package kontor.support.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The targets of tickets, with the examples of the page (S-11). */
class ResponseTargetsTests {

    private static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");

    private final ResponseTargets targets = Promised.within("always", "UTC");

    @ParameterizedTest
    @CsvSource({
        "LOW,    2026-06-03T09:00:00Z, PT240H",
        "NORMAL, 2026-06-02T09:00:00Z, PT120H",
        "HIGH,   2026-06-01T17:00:00Z, PT48H",
        "URGENT, 2026-06-01T10:00:00Z, PT8H"
    })
    void areThoseOfThePriority(Priority priority, Instant firstAnswerDue, Duration solution) {
        assertThat(targets.firstAnswerDue(priority, NINE)).isEqualTo(firstAnswerDue);
        assertThat(targets.solutionWithin(priority)).isEqualTo(solution);
    }

    /** Example 1: HIGH at 09:00, answered 17:25. */
    @Test
    void missTheFirstAnswerOfAHighTicketAtFive() {
        Instant answeredAt = Instant.parse("2026-06-01T17:25:00Z");

        assertThat(targets.firstAnswerDue(Priority.HIGH, NINE)).isEqualTo("2026-06-01T17:00:00Z");
        assertThat(targets.running(NINE, answeredAt))
                .isEqualTo(Duration.ofHours(8).plusMinutes(25));
    }

    /** Example 2: OPEN 30 h, PENDING 100 h, OPEN again 89 h; reopened, it is missed an hour later. */
    @Test
    void leaveAnHourAfterAHundredAndNineteen() {
        Instant pending = NINE.plus(Duration.ofHours(30));
        Instant openAgain = pending.plus(Duration.ofHours(100));
        Instant solved = openAgain.plus(Duration.ofHours(89));
        Instant reopened = solved.plus(Duration.ofDays(2));

        Duration open = targets.running(NINE, pending).plus(targets.running(openAgain, solved));
        Duration left = targets.solutionWithin(Priority.NORMAL).minus(open);

        assertThat(open).isEqualTo(Duration.ofHours(119));
        assertThat(targets.after(reopened, left)).isEqualTo(reopened.plus(Duration.ofHours(1)));
    }

    /** The same ticket on a Friday afternoon is answered in time on Monday. */
    @Test
    void waitForBusinessHoursOfTheBusinessZone() {
        ResponseTargets office = Promised.within("Mon-Fri 09:00-17:00", "Europe/Budapest");
        Instant friday = Instant.parse("2026-06-05T13:00:00Z"); // 15:00 in Budapest

        assertThat(office.firstAnswerDue(Priority.HIGH, friday)).isEqualTo("2026-06-08T13:00:00Z");
        assertThat(office.running(friday, Instant.parse("2026-06-08T08:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
    }
}
