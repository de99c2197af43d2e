package kontor.support.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DeadlineSettingsTests {

    @EnableConfigurationProperties(DeadlineSettings.class)
    static class Settings {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasTheDefaultsOfTheCommonRules() {
        context.run(started ->
                assertThat(started.getBean(DeadlineSettings.class)).isEqualTo(new DeadlineSettings(30, 24, 7)));
    }

    /** G-16: seven days before Monday noon it was noon, whatever the clock did meanwhile. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-08T10:00:00Z, 2026-06-01T10:00:00Z",
        "2026-03-30T10:00:00Z, 2026-03-23T11:00:00Z",
        "2026-10-26T11:00:00Z, 2026-10-19T10:00:00Z"
    })
    void countsDaysOfTheBusinessZone(Instant now, Instant since) {
        assertThat(new DeadlineSettings(30, 24, 7).solvedSince(now, ZoneId.of("Europe/Budapest")))
                .isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kontor.support.auto-answer-minutes=0",
                "kontor.support.auto-answer-minutes=soon",
                "kontor.support.idle-hours=0",
                "kontor.support.idle-hours=9000",
                "kontor.support.solved-days=0",
                "kontor.support.solved-days=-7"
            })
    void keepsTheServiceFromStartingWithNonsense(String property) {
        context.withPropertyValues(property).run(failed -> assertThat(failed).hasFailed());
    }
}
