package kontor.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts catalog-service. */
@SpringBootApplication
class CatalogApplication {

    private CatalogApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(CatalogApplication.class, args);
    }
}
