package kontor.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kontor.testkit.KontorTest;
import org.springframework.context.annotation.Import;

/**
 * The whole service with PostgreSQL, Kafka and a Keycloak that can be told how to behave; one context for all such
 * tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KontorTest(service = "identity", kafka = KontorTest.Kafka.SHARED)
@Import(KeycloakWiring.class)
public @interface IdentityTest {}
