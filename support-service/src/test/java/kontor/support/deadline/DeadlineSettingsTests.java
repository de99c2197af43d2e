package kontor.support.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        context.run(started -> assertThat(started.getBean(DeadlineSettings.class))
                .isEqualTo(new DeadlineSettings(30, 24, 7)));
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
