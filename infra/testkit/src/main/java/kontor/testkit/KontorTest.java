package kontor.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestConstructor;

/**
 * A test of a whole service at a random port with a fresh database, the token issuer and, if asked for, Kafka. Tests
 * with equal attributes share one context and so one database: they arrange their own members and goods and never count
 * all rows. {@link TestDatabase}, {@link Members} and (with Kafka) {@link KafkaServer}, {@link TopicReader} and {@link
 * TopicWriter} are beans, to be taken by the constructor, and so is a {@code RestTestClient} that speaks to the
 * service.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.banner-mode=off",
            "logging.level.kafka=ERROR",
            "logging.level.state.change.logger=WARN",
            "logging.level.org.apache.kafka=WARN",
            "logging.level.org.apache.kafka.clients=ERROR",
            "logging.level.org.apache.kafka.controller=ERROR",
            "logging.level.io.zonky=WARN",
        })
@AutoConfigureRestTestClient
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ContextCustomizerFactories(KontorEnvironment.Factory.class)
public @interface KontorTest {

    /** The short name of the service, as in its topics and roles. */
    String service();

    /** Which broker {@code KONTOR_KAFKA} names. */
    Kafka kafka() default Kafka.NONE;

    /** Whose broker a test uses. */
    enum Kafka {
        /** A dead port: a wiring mistake cannot reach a broker that happens to run. Listeners are not started. */
        NONE,
        /**
         * The JVM's broker. Two contexts of one service on it would share consumer groups and lose records to each
         * other.
         */
        SHARED,
        /** A broker of this context's own, which the test may stop. */
        OWN
    }
}
