package kontor.testkit.samples.good.deposit;

import kontor.platform.security.Access;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DepositController {

    private final Depositing depositing;

    DepositController(Depositing depositing) {
        this.depositing = depositing;
    }

    @Access
    @PostMapping("/api/v1/deposits")
    long post(long amountMinor) {
        return depositing.deposit(amountMinor);
    }
}
