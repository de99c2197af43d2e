package kontor.support.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that passes within opening hours. Hours are those of the clock on the wall; what passes is real time, so a
 * night in which the clock is changed is an hour shorter or longer.
 *
 * @param zone the business zone
 */
record RunningTime(OpeningHours hours, ZoneId zone) {

    /** A window on a certain day. */
    private record Span(Instant from, Instant to) {

        /** What lies of it in that time; nothing where it ends before it begins. */
        private Duration within(Instant earliest, Instant latest) {
            Instant start = earliest.isAfter(from) ? earliest : from;
            Instant end = latest.isBefore(to) ? latest : to;
            return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
        }
    }

    Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        if (hours.isAlways()) {
            return Duration.between(from, to);
        }
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(to);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                sum = sum.plus(span.within(from, to));
            }
        }
        return sum;
    }

    /** The earliest moment at which so much time has passed; an hour a week is open, so there is one. */
    Instant after(Instant from, Duration running) {
        if (hours.isAlways() || running.isZero()) {
            return from.plus(running);
        }
        Duration left = running;
        for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                Duration open = span.within(from, span.to());
                if (open.compareTo(left) >= 0) {
                    return span.to().minus(open).plus(left);
                }
                left = left.minus(open);
            }
        }
    }

    private List<Span> spans(LocalDate day) {
        return hours.on(day.getDayOfWeek()).stream()
                .map(window -> new Span(moment(day, window.from()), moment(day, window.to())))
                .toList();
    }

    /** A time that the clock shows twice is the first of both; one that it leaves out is the moment of the change. */
    private Instant moment(LocalDate day, int minute) {
        LocalDateTime shown = day.atStartOfDay().plusMinutes(minute);
        @Nullable ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap()
                ? change.getInstant()
                : shown.atZone(zone).toInstant();
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
