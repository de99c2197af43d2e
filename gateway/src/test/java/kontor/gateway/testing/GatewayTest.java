package kontor.gateway.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kontor.testkit.Tokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test of the whole gateway at a random port. Limits are lifted so that tests do not stop each other; the test of a
 * limit sets it by {@code @TestPropertySource} and so gets a gateway of its own.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "logging.structured.format.console=",
            "logging.level.kafka=ERROR",
            "logging.level.state.change.logger=WARN",
            "logging.level.org.apache.kafka=WARN",
            "logging.level.org.apache.kafka.controller=ERROR",
            "KONTOR_PUBLIC_URL=https://shop.example",
            "KONTOR_KAFKA=127.0.0.1:1",
            "kontor.limits.anonymous.burst=1000000",
            "kontor.limits.registrations.burst=1000000",
            "kontor.limits.caller.burst=1000000",
            "kontor.gateway.token.fetch-pause=100ms", // a test rotates the key that all of them use
        })
@ContextConfiguration(initializers = GatewayTest.Environment.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface GatewayTest {

    /**
     * Points the gateway at the servers of this JVM. Its event loops are its own: those that gateways share end with
     * the first of them.
     */
    class Environment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues values =
                    TestPropertyValues.of("KONTOR_ISSUER=" + Tokens.issuer(), "KONTOR_JWKS=" + Tokens.jwksUrl());
            for (String service : Shop.SERVICES) {
                if (!context.getEnvironment().containsProperty(variable(service))) {
                    values = values.and(
                            variable(service) + "=" + Shop.service(service).url());
                }
            }
            values.applyTo(context);
            ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, Environment::ownResources);
        }

        private static ReactorResourceFactory ownResources() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }

        private static String variable(String service) {
            return "KONTOR_%s_URL".formatted(service.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
