package kontor.support.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kontor.support.promise.TargetSettings.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TargetSettingsTests {

    @EnableConfigurationProperties(TargetSettings.class)
    static class Settings {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @ParameterizedTest
    @CsvSource({"LOW, 48, 240", "NORMAL, 24, 120", "HIGH, 8, 48", "URGENT, 1, 8"})
    void hasTheTargetsOfThePage(Priority priority, long firstAnswer, long solution) {
        context.run(started -> {
            TargetSettings settings = started.getBean(TargetSettings.class);

            assertThat(settings.of(priority))
                    .isEqualTo(new Target(Duration.ofHours(firstAnswer), Duration.ofHours(solution)));
            assertThat(settings.openingHours().isAlways()).isTrue();
        });
    }

    @Test
    void changesWhatIsSetAndLeavesTheRest() {
        context.withPropertyValues(
                        "kontor.support.targets.high.first-answer=30m",
                        "kontor.support.targets.low.solution=20d",
                        "kontor.support.business-hours=Mon-Fri 09:00-17:00")
                .run(started -> {
                    TargetSettings settings = started.getBean(TargetSettings.class);

                    assertThat(settings.of(Priority.HIGH))
                            .isEqualTo(new Target(Duration.ofMinutes(30), Duration.ofDays(2)));
                    assertThat(settings.of(Priority.LOW))
                            .isEqualTo(new Target(Duration.ofDays(2), Duration.ofDays(20)));
                    assertThat(settings.of(Priority.URGENT))
                            .isEqualTo(new Target(Duration.ofHours(1), Duration.ofHours(8)));
                    assertThat(settings.openingHours().isAlways()).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kontor.support.targets.high.first-answer=0s",
                "kontor.support.targets.high.first-answer=soon",
                "kontor.support.targets.high.solution=367d",
                "kontor.support.targets.highest.solution=1h",
                "kontor.support.business-hours=nine to five"
            })
    void keepsTheServiceFromStartingWithNonsense(String property) {
        context.withPropertyValues(property).run(failed -> assertThat(failed).hasFailed());
    }
}
