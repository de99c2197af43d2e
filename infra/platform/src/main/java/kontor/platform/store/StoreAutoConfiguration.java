package kontor.platform.store;

import java.time.Clock;
import kontor.platform.MovableClock;
import kontor.platform.web.Lists;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The clock, the platform's tables and what keeps them. */
@AutoConfiguration(before = FlywayAutoConfiguration.class, after = JdbcClientAutoConfiguration.class)
@EnableConfigurationProperties(PlatformSettings.class)
@EnableScheduling
@Import(AuditController.class)
class StoreAutoConfiguration {

    @Bean
    MovableClock clock(PlatformSettings settings) {
        return new MovableClock(settings.clock().offset());
    }

    @Bean
    FlywayMigrationStrategy platformMigration() {
        return new PlatformMigration();
    }

    @Bean
    Audit audit(JdbcClient jdbc, Clock clock) {
        return new Audit(jdbc, clock);
    }

    @Bean
    SQLExceptionTranslator lockTimeouts() {
        return new LockTimeouts();
    }

    @Bean
    Lists lists(JdbcClient jdbc) {
        return new Lists(jdbc);
    }

    /** More than one thread: a job that waits, as for Keycloak, must not hold up the others. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setThreadNamePrefix("job-");
        return scheduler;
    }

    @Bean
    Sweeper sweeper(JdbcClient jdbc, PlatformSettings settings, Clock clock) {
        return new Sweeper(jdbc, settings, clock);
    }

    @Bean
    ClockEndpoint clockEndpoint(MovableClock clock) {
        return new ClockEndpoint(clock);
    }
}
