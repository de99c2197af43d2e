package kontor.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts identity-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class IdentityApplication {

    private IdentityApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(IdentityApplication.class, args);
    }
}
