package kontor.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts order-service. */
@SpringBootApplication
class OrderApplication {

    private OrderApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(OrderApplication.class, args);
    }
}
