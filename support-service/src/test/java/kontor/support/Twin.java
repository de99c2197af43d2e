package kontor.support;

import java.util.Map;
import kontor.testkit.KafkaServer;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A second instance of the service on the same database and broker, with its own jobs and listeners. */
public final class Twin implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Twin(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Twin start(TestDatabase database, KafkaServer kafka) {
        Map<String, Object> environment = Map.of(
                "KONTOR_DATABASE_URL", database.url(),
                "KONTOR_DATABASE_USER", database.app().name(),
                "KONTOR_DATABASE_PASSWORD", database.app().password(),
                "KONTOR_MIGRATION_USER", database.owner().name(),
                "KONTOR_MIGRATION_PASSWORD", database.owner().password(),
                "KONTOR_ISSUER", Tokens.issuer(),
                "KONTOR_JWKS", Tokens.jwksUrl(),
                "KONTOR_KAFKA", kafka.bootstrapServers(),
                "SERVER_PORT", "0",
                "MANAGEMENT_SERVER_PORT", "0");
        return new Twin(new SpringApplicationBuilder(SupportApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(environment)
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
