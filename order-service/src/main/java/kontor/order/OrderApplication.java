package kontor.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts order-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class OrderApplication {

    private OrderApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(OrderApplication.class, args);
    }
}
