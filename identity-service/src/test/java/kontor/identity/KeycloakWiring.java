package kontor.identity;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Puts a Keycloak of the test's own where the service looks for one. */
@TestConfiguration(proxyBeanMethods = false)
public class KeycloakWiring {

    @Bean(destroyMethod = "close")
    static FakeKeycloak fakeKeycloak() {
        return new FakeKeycloak();
    }

    @Bean
    static DynamicPropertyRegistrar keycloakAddress(FakeKeycloak keycloak) {
        return registry -> {
            registry.add("kontor.identity.keycloak.url", keycloak::url);
            registry.add("kontor.identity.keycloak.read-timeout", () -> "1s");
            registry.add("kontor.identity.keycloak.pending-for", () -> "5s");
            registry.add("kontor.identity.keycloak.refusals-max", () -> "3");
        };
    }
}
