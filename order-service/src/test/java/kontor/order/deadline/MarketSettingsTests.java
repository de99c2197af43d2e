package kontor.order.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MarketSettingsTests {

    @EnableConfigurationProperties(MarketSettings.class)
    static class Settings {}

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void hasTheDefaultsOfTheCommonRules() {
        context.run(started -> {
            MarketSettings settings = started.getBean(MarketSettings.class);

            assertThat(settings.market().unpaidDays()).isEqualTo(7);
            assertThat(settings.market().unconfirmedDays()).isEqualTo(14);
            assertThat(settings.order().pendingTimeout()).isEqualTo(Duration.ofMinutes(10));
            assertThat(settings.order().reaskInterval()).isEqualTo(Duration.ofSeconds(30));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kontor.market.unpaid-days=0",
                "kontor.market.unconfirmed-days=0",
                "kontor.market.unpaid-days=soon",
                "kontor.order.pending-timeout=0s",
                "kontor.order.reask-interval=0s"
            })
    void keepsTheServiceFromStartingWithNonsense(String property) {
        context.withPropertyValues(property).run(failed -> assertThat(failed).hasFailed());
    }
}
