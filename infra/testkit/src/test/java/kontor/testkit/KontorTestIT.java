package kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

class KontorTestIT {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Shop {}

    @Nested
    @KontorTest(service = "ledger")
    class WithoutKafka {

        private final Environment environment;
        private final TestDatabase database;

        WithoutKafka(Environment environment, TestDatabase database, Members members) {
            this.environment = environment;
            this.database = database;
            assertThat(members).isNotNull();
        }

        @Test
        void hasTheEnvironmentOfAService(@LocalServerPort int port) {
            assertThat(environment.getProperty("KONTOR_DATABASE_URL")).isEqualTo(database.url());
            assertThat(environment.getProperty("KONTOR_DATABASE_USER"))
                    .isEqualTo(database.app().name());
            assertThat(environment.getProperty("KONTOR_MIGRATION_USER"))
                    .isEqualTo(database.owner().name());
            assertThat(environment.getProperty("KONTOR_ISSUER")).isEqualTo(Tokens.issuer());
            assertThat(environment.getProperty("KONTOR_JWKS")).isEqualTo(Tokens.jwksUrl());
            assertThat(port).isPositive();
        }

        @Test
        void reachesNoBroker() {
            assertThat(environment.getProperty("KONTOR_KAFKA")).isEqualTo("127.0.0.1:1");
            assertThat(environment.getProperty("spring.kafka.bootstrap-servers"))
                    .isEqualTo("127.0.0.1:1");
        }
    }

    @Nested
    @KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
    class WithKafka {

        private final Environment environment;
        private final TopicReader reader;
        private final TopicWriter writer;

        WithKafka(Environment environment, TopicReader reader, TopicWriter writer) {
            this.environment = environment;
            this.reader = reader;
            this.writer = writer;
        }

        @Test
        void reachesTheSharedBroker() {
            String topic = "kontor.identity.members.v1";
            Fact fact = Fact.example(topic, "kontor.identity.members-state.v1", "ben", 4);

            writer.send(fact);

            TopicReader.Message message = reader.await(topic, "ben", "kontor.identity.members-state.v1");
            assertThat(message.sequence()).isEqualTo(4);
            assertThat(message.headers()).containsAllEntriesOf(Map.of("ce_source", "/identity-service"));
            assertThat(environment.getProperty("KONTOR_KAFKA"))
                    .isEqualTo(KafkaServer.shared().bootstrapServers());
        }
    }

    @Nested
    @KontorTest(service = "ledger", kafka = KontorTest.Kafka.OWN)
    class WithItsOwnKafka {

        private final KafkaServer server;
        private final ConfigurableApplicationContext context;

        WithItsOwnKafka(KafkaServer server, ConfigurableApplicationContext context) {
            this.server = server;
            this.context = context;
        }

        @Test
        void mayStopIt() {
            assertThat(server.bootstrapServers())
                    .isNotEqualTo(KafkaServer.shared().bootstrapServers());

            server.stop();

            assertThat(context.isActive()).isTrue();
        }
    }
}
