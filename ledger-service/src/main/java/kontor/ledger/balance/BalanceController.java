package kontor.ledger.balance;

import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The balance between two stocktakings, for admins. */
@RestController
@RequestMapping("/api/v1/stocktakings/balance")
class BalanceController {

    private final Balances balances;

    BalanceController(Balances balances) {
        this.balances = balances;
    }

    @GetMapping
    @Access(Who.ADMIN)
    Balance balance(
            @RequestParam(required = false) @Nullable Long start, @RequestParam(required = false) @Nullable Long end) {
        return balances.between(named("start", start), named("end", end));
    }

    /** The products alone, for a spreadsheet. */
    @GetMapping(produces = "text/csv")
    @Access(Who.ADMIN)
    Page<BalanceLine> table(
            @RequestParam(required = false) @Nullable Long start, @RequestParam(required = false) @Nullable Long end) {
        return Page.of(
                balances.between(named("start", start), named("end", end)).products());
    }

    /** One that is missing is a fault like any other. */
    private static long named(String parameter, @Nullable Long id) {
        if (id == null) {
            throw new InvalidField(parameter, "must name a stocktaking");
        }
        return id;
    }
}
