package kontor.support.promise;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon tickets are answered and solved (S-11); nonsense keeps the service from starting.
 *
 * @param targets by priority, such as {@code targets.high.first-answer=4h}; what is not set stays as the page says
 * @param businessHours {@code always}, or hours of the week in the business zone: {@code Mon-Fri 09:00-17:00, Sat
 *     10:00-14:00}
 */
@Validated
@ConfigurationProperties("kontor.support")
record TargetSettings(
        @DefaultValue Map<Priority, @Valid Wanted> targets,
        @DefaultValue("always") String businessHours) {

    private static final Wanted AS_THE_PAGE_SAYS = new Wanted(null, null);

    TargetSettings {
        OpeningHours.of(businessHours);
    }

    /** What is set of a priority, in running time. */
    record Wanted(
            @Nullable @DurationMin(minutes = 1) @DurationMax(days = 366)
            Duration firstAnswer,

            @Nullable @DurationMin(minutes = 1) @DurationMax(days = 366)
            Duration solution) {}

    /** Running time from creation to the first answer, and in OPEN until it is solved. */
    record Target(Duration firstAnswer, Duration solution) {

        private static Target ofHours(long firstAnswer, long solution) {
            return new Target(Duration.ofHours(firstAnswer), Duration.ofHours(solution));
        }
    }

    Target of(Priority priority) {
        Target given = given(priority);
        Wanted wanted = targets.getOrDefault(priority, AS_THE_PAGE_SAYS);
        return new Target(
                wanted.firstAnswer() == null ? given.firstAnswer() : wanted.firstAnswer(),
                wanted.solution() == null ? given.solution() : wanted.solution());
    }

    OpeningHours openingHours() {
        return OpeningHours.of(businessHours);
    }

    private static Target given(Priority priority) {
        return switch (priority) {
            case LOW -> Target.ofHours(48, 240);
            case NORMAL -> Target.ofHours(24, 120);
            case HIGH -> Target.ofHours(8, 48);
            case URGENT -> Target.ofHours(1, 8);
        };
    }
}
