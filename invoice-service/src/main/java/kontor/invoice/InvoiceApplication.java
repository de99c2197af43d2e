package kontor.invoice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts invoice-service. */
@SpringBootApplication
class InvoiceApplication {

    private InvoiceApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(InvoiceApplication.class, args);
    }
}
