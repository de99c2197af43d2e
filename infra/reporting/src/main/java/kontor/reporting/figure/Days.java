package kontor.reporting.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Calendar units of the business zone (G-16), as the texts that keys are made of: they sort by time. */
public record Days(ZoneId zone) {

    /** {@code 2026-05-04}. */
    public String day(Instant at) {
        return date(at).toString();
    }

    /** {@code 2026-05}. */
    public String month(Instant at) {
        return YearMonth.from(date(at)).toString();
    }

    public LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
