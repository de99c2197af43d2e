package kontor.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.testkit.probe.Statements;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives a context the environment that the launcher would give its process, on servers of the tests. */
record KontorEnvironment(String service, KontorTest.Kafka kafka) implements ContextCustomizer {

    private static final String NOBODY_LISTENS = "127.0.0.1:1";

    /** Most of what is awaited comes within some milliseconds, so a tenth of a second would be most of the time. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    static {
        Awaitility.setDefaultPollInterval(LOOK_AGAIN);
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        Map<String, Object> environment = new HashMap<>();

        TestDatabase database = PostgresServer.createFor(service);
        environment.putAll(environmentOf(database));
        beans.registerSingleton("testDatabase", database);
        beans.addBeanPostProcessor(new Statements());

        environment.put("KONTOR_ISSUER", Tokens.issuer());
        environment.put("KONTOR_JWKS", Tokens.jwksUrl());

        @Nullable
        KafkaServer server = switch (kafka) {
            case NONE -> null;
            case SHARED -> KafkaServer.shared();
            case OWN -> ownBroker(context);
        };
        if (server == null) {
            beans.registerSingleton("members", new Members(database, null));
            useNoBroker(environment);
        } else {
            TopicWriter topics = new TopicWriter(server);
            beans.registerSingleton("topicWriter", topics);
            beans.registerSingleton("members", new Members(database, topics));
            use(server, environment, beans);
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("kontor-test", environment));
    }

    private static Map<String, Object> environmentOf(TestDatabase database) {
        return Map.of(
                "KONTOR_DATABASE_URL", database.url(),
                "KONTOR_DATABASE_USER", database.app().name(),
                "KONTOR_DATABASE_PASSWORD", database.app().password(),
                "KONTOR_MIGRATION_USER", database.owner().name(),
                "KONTOR_MIGRATION_PASSWORD", database.owner().password());
    }

    private static void useNoBroker(Map<String, Object> environment) {
        environment.put("KONTOR_KAFKA", NOBODY_LISTENS);
        environment.put("spring.kafka.bootstrap-servers", NOBODY_LISTENS);
        environment.put("spring.kafka.listener.auto-startup", "false");
    }

    private static void use(
            KafkaServer server, Map<String, Object> environment, ConfigurableListableBeanFactory beans) {
        environment.put("KONTOR_KAFKA", server.bootstrapServers());
        environment.put("spring.kafka.bootstrap-servers", server.bootstrapServers());
        beans.registerSingleton("kafkaServer", server);
        beans.registerSingleton("topicReader", new TopicReader(server));
    }

    private static KafkaServer ownBroker(ConfigurableApplicationContext context) {
        KafkaServer server = KafkaServer.startOwn();
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent closed
                    && closed.getApplicationContext().equals(context)) {
                server.close();
            }
        });
        return server;
    }

    /** Reads {@link KontorTest}; its attributes are part of the context's cache key. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            KontorTest test = AnnotatedElementUtils.findMergedAnnotation(testClass, KontorTest.class);
            return test == null ? null : new KontorEnvironment(test.service(), test.kafka());
        }
    }
}
