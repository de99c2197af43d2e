package kontor.support;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts support-service. */
@SpringBootApplication
class SupportApplication {

    private SupportApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(SupportApplication.class, args);
    }
}
