package kontor.support.deadline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long tickets wait for people; nonsense keeps the service from starting.
 *
 * @param autoAnswerMinutes after which a ticket still OPEN at AUTO goes to a human (S-3)
 * @param idleHours after which an assignment without activity ends (S-8)
 * @param solvedDays after which a SOLVED ticket without message or action is closed; calendar days in the business zone
 */
@Validated
@ConfigurationProperties("kontor.support")
record DeadlineSettings(
        @DefaultValue("30") @Min(1) @Max(525_600) int autoAnswerMinutes,
        @DefaultValue("24") @Min(1) @Max(8_760) int idleHours,
        @DefaultValue("7") @Min(1) @Max(3650) int solvedDays) {

    /** What was solved then or before is closed now; a day of the zone has 23 or 25 hours when its clock is changed. */
    Instant solvedSince(Instant now, ZoneId zone) {
        return now.atZone(zone).minusDays(solvedDays).toInstant();
    }
}
