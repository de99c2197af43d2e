package kontor.support.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningTimeTests {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final RunningTime OFFICE =
            new RunningTime(OpeningHours.of("Mon-Fri 09:00-12:00, Mon-Fri 13:00-17:00, Sat 10:00-12:00"), BUDAPEST);
    private static final RunningTime ALWAYS = new RunningTime(OpeningHours.ALWAYS, BUDAPEST);

    /** A time of the clock on the wall; of two equal ones the first. */
    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(BUDAPEST).toInstant();
    }

    @Test
    void runsAroundTheClockUnlessHoursAreSet() {
        // The clock is put forward in between, which changes nothing: time is real.
        Instant from = at("2026-03-27T22:00");

        assertThat(ALWAYS.between(from, from.plus(Duration.ofDays(3)))).isEqualTo(Duration.ofDays(3));
        assertThat(ALWAYS.after(from, Duration.ofDays(3))).isEqualTo(from.plus(Duration.ofDays(3)));
    }

    /** 1 June 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-01T09:00, 2026-06-01T09:00, PT0S",
        "2026-06-01T10:00, 2026-06-01T09:00, PT0S",
        "2026-06-01T06:00, 2026-06-01T09:00, PT0S",
        "2026-06-01T06:00, 2026-06-01T09:00:01, PT1S",
        "2026-06-01T09:30, 2026-06-01T11:00, PT1H30M",
        "2026-06-01T11:59, 2026-06-01T13:01, PT2M",
        "2026-06-01T12:00, 2026-06-01T13:00, PT0S",
        "2026-06-01T16:00, 2026-06-02T10:00, PT2H",
        "2026-06-01T00:00, 2026-06-02T00:00, PT7H",
        "2026-06-05T16:00, 2026-06-08T10:00, PT4H",
        "2026-06-06T12:00, 2026-06-08T09:00, PT0S",
        "2026-06-01T00:00, 2026-06-08T00:00, PT37H",
        "2026-06-01T00:00, 2027-05-31T00:00, PT1924H",
    })
    void countsTheHoursThatAreSet(String from, String to, Duration expected) {
        assertThat(OFFICE.between(at(from), at(to))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T09:00, PT3H, 2026-06-01T12:00",
        "2026-06-01T09:00, PT3H1S, 2026-06-01T13:00:01",
        "2026-06-01T09:00, PT8H, 2026-06-02T10:00",
        "2026-06-01T18:00, PT1H, 2026-06-02T10:00",
        "2026-06-05T16:30, PT1H, 2026-06-06T10:30",
        "2026-06-05T16:30, PT3H, 2026-06-08T09:30",
        "2026-06-07T11:00, PT24H, 2026-06-11T12:00",
        "2026-06-06T12:00, PT0S, 2026-06-06T12:00",
    })
    void findsTheMomentAtWhichTimeIsUp(String from, Duration running, String expected) {
        assertThat(OFFICE.after(at(from), running)).isEqualTo(at(expected));
    }

    /** On 29 March 2026 the clock goes from 02:00 to 03:00, on 25 October from 03:00 back to 02:00. */
    @ParameterizedTest
    @CsvSource({
        "Sun 00:00-06:00, 2026-03-29, PT5H",
        "Sun 00:00-24:00, 2026-03-29, PT23H",
        "Sun 02:00-03:00, 2026-03-29, PT0S",
        "Sun 02:15-04:00, 2026-03-29, PT1H",
        "Sun 00:00-02:30, 2026-03-29, PT2H",
        "Sun 00:00-06:00, 2026-10-25, PT7H",
        "Sun 00:00-24:00, 2026-10-25, PT25H",
        "Sun 02:00-03:00, 2026-10-25, PT2H",
        "Sun 02:15-02:45, 2026-10-25, PT30M",
        "Sun 00:00-02:30, 2026-10-25, PT2H30M",
    })
    void goesByTheClockOnTheWallWhenItIsChanged(String hours, String day, Duration expected) {
        RunningTime time = new RunningTime(OpeningHours.of("%s, Mon 00:00-24:00".formatted(hours)), BUDAPEST);
        Instant start = at(day + "T00:00");

        assertThat(time.between(start, at(day + "T23:59").plus(Duration.ofMinutes(1))))
                .isEqualTo(expected);
    }

    /** The same counted by looking at the clock each minute, in weeks with and without a change of it. */
    @ParameterizedTest
    @CsvSource({"2026-03-26T00:00", "2026-10-22T00:00", "2026-06-04T00:00"})
    void agreesWithOneWhoLooksAtTheClock(String start) {
        LongStream.range(0, 40).forEach(seed -> agrees(at(start), seed));
    }

    private static void agrees(Instant start, long seed) {
        Random random = new Random(seed);
        int opens = random.nextInt(23);
        int closes = opens + 1 + random.nextInt(24 - opens);
        DayOfWeek last = DayOfWeek.of(5 + random.nextInt(3));
        RunningTime time = new RunningTime(
                OpeningHours.of("Wed-%s %02d:00-%02d:00".formatted(last.name().substring(0, 3), opens, closes)),
                BUDAPEST);
        Instant from = start.plus(random.nextInt(4 * 24 * 60), ChronoUnit.MINUTES);
        Instant to = from.plus(1 + random.nextInt(4 * 24 * 60), ChronoUnit.MINUTES);

        long minutes = LongStream.range(0, Duration.between(from, to).toMinutes())
                .mapToObj(minute -> from.plus(minute, ChronoUnit.MINUTES).atZone(BUDAPEST))
                .filter(clock -> clock.getDayOfWeek().compareTo(DayOfWeek.WEDNESDAY) >= 0
                        && clock.getDayOfWeek().compareTo(last) <= 0
                        && clock.getHour() >= opens
                        && clock.getHour() < closes)
                .count();
        assertThat(time.between(from, to)).as("start number %d", seed).isEqualTo(Duration.ofMinutes(minutes));
    }

    /** What runs until time is up is what was given, and not a moment sooner. */
    @Test
    void endsWhenAllOfItHasRun() {
        LongStream.range(0, 300).forEach(seed -> {
            Random random = new Random(seed);
            Instant from = at("2026-01-01T00:00").plus(random.nextInt(365 * 24 * 60), ChronoUnit.MINUTES);
            Duration running = Duration.ofSeconds(1 + random.nextInt(300 * 3_600));

            Instant end = OFFICE.after(from, running);

            assertThat(OFFICE.between(from, end)).as("start number %d", seed).isEqualTo(running);
            assertThat(OFFICE.between(from, end.minusNanos(1_000)))
                    .as("start number %d", seed)
                    .isEqualTo(running.minusNanos(1_000));
        });
    }

    /** The hours are those of the business zone, wherever the server stands. */
    @Test
    void isOpenByTheBusinessZone() {
        RunningTime utc = new RunningTime(OpeningHours.of("Mon-Fri 09:00-17:00"), ZoneOffset.UTC);
        RunningTime tokyo = new RunningTime(OpeningHours.of("Mon-Fri 09:00-17:00"), ZoneId.of("Asia/Tokyo"));
        Instant from = Instant.parse("2026-06-01T08:00:00Z");

        assertThat(utc.after(from, Duration.ofHours(1))).isEqualTo("2026-06-01T10:00:00Z");
        assertThat(tokyo.after(from, Duration.ofHours(1))).isEqualTo("2026-06-02T01:00:00Z");
    }
}
