package kontor.ledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts ledger-service. */
@SpringBootApplication
class LedgerApplication {

    private LedgerApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(LedgerApplication.class, args);
    }
}
