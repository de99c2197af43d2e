package kontor.support;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts support-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class SupportApplication {

    private SupportApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(SupportApplication.class, args);
    }
}
