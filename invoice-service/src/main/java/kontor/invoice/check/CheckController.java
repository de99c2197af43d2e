package kontor.invoice.check;

import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /invoices/checks}, for admins. */
@RestController
class CheckController {

    private final Checks checks;

    CheckController(Checks checks) {
        this.checks = checks;
    }

    @GetMapping("/api/v1/invoices/checks")
    @Access(Who.ADMIN)
    Page<Checks.Check> list(@Listing(sort = "orderId", filters = "orderId") ListRequest request) {
        return checks.page(request);
    }
}
