package kontor.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts identity-service. */
@SpringBootApplication
class IdentityApplication {

    private IdentityApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(IdentityApplication.class, args);
    }
}
