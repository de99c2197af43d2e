package kontor.chat;

import java.util.Map;
import kontor.testkit.KafkaServer;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A further instance on the same database, which hears nothing of the broker itself. */
public final class ChatInstance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ChatInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static ChatInstance start(TestDatabase database, KafkaServer kafka) {
        Map<String, Object> environment = Map.ofEntries(
                Map.entry("KONTOR_DATABASE_URL", database.url()),
                Map.entry("KONTOR_DATABASE_USER", database.app().name()),
                Map.entry("KONTOR_DATABASE_PASSWORD", database.app().password()),
                Map.entry("KONTOR_MIGRATION_USER", database.owner().name()),
                Map.entry("KONTOR_MIGRATION_PASSWORD", database.owner().password()),
                Map.entry("KONTOR_ISSUER", Tokens.issuer()),
                Map.entry("KONTOR_JWKS", Tokens.jwksUrl()),
                Map.entry("KONTOR_KAFKA", kafka.bootstrapServers()),
                Map.entry("spring.kafka.listener.auto-startup", "false"),
                Map.entry("SERVER_PORT", "0"),
                Map.entry("MANAGEMENT_SERVER_PORT", "0"));
        return new ChatInstance(new SpringApplicationBuilder(ChatApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(environment)
                .run());
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
