package kontor.platform.store;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Migrates the platform's tables with a history of their own, then the service's. */
final class PlatformMigration implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway service) {
        Flyway.configure()
                .configuration(service.getConfiguration())
                // Prepared ahead of time, the service's configuration finds the service's own migrations only.
                .resourceProvider(null)
                .locations("classpath:db/platform")
                .table("platform_schema_history")
                .load()
                .migrate();
        service.migrate();
    }
}
