package kontor.invoice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts invoice-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class InvoiceApplication {

    private InvoiceApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(InvoiceApplication.class, args);
    }
}
