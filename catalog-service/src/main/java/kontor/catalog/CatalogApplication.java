package kontor.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts catalog-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class CatalogApplication {

    private CatalogApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(CatalogApplication.class, args);
    }
}
