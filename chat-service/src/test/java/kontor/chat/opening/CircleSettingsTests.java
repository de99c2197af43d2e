package kontor.chat.opening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CircleSettingsTests {

    @EnableConfigurationProperties(CircleSettings.class)
    static class Settings {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasTheDefaultOfTheCommonRules() {
        context.run(started ->
                assertThat(started.getBean(CircleSettings.class).maxMembers()).isEqualTo(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1001", "many"})
    void keepsTheServiceFromStartingWithNonsense(String number) {
        context.withPropertyValues("kontor.chat.max-members=" + number)
                .run(failed -> assertThat(failed).hasFailed());
    }
}
