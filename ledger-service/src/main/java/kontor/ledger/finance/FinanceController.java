package kontor.ledger.finance;

import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on the shop's money, for admins; each is a table for a spreadsheet too. */
@RestController
@RequestMapping("/api/v1/finance")
class FinanceController {

    private static final String CSV = "text/csv";

    private final Activities activities;
    private final Statements statements;
    private final ProductSums sums;

    FinanceController(Activities activities, Statements statements, ProductSums sums) {
        this.activities = activities;
        this.statements = statements;
        this.sums = sums;
    }

    @GetMapping("/activity")
    @Access(Who.ADMIN)
    Activity activity(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return activities.of(Period.of(from, to));
    }

    @GetMapping(path = "/activity", produces = CSV)
    @Access(Who.ADMIN)
    Page<Activity.ActivityRow> activityTable(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return Page.of(activities.of(Period.of(from, to)).rows());
    }

    @GetMapping("/statement")
    @Access(Who.ADMIN)
    Statement statement(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return statements.of(Period.of(from, to));
    }

    @GetMapping(path = "/statement", produces = CSV)
    @Access(Who.ADMIN)
    Page<Statement.StatementRow> statementTable(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return Page.of(statements.of(Period.of(from, to)).rows());
    }

    @GetMapping("/product-sums")
    @Access(Who.ADMIN)
    Page<ProductSums.ProductSum> productSums(
            @Listing(
                            sort = "productId",
                            filters = {"from", "to"})
                    ListRequest request) {
        return sums.page(request);
    }

    /** Whole, up to {@link ProductSums#MOST_ROWS}, unless a page of it is asked for. */
    @GetMapping(path = "/product-sums", produces = CSV)
    @Access(Who.ADMIN)
    Page<ProductSums.ProductSum> productSumsTable(
            @Listing(
                            sort = "productId",
                            filters = {"from", "to"})
                    ListRequest request,
            @RequestParam(required = false) @Nullable String limit) {
        return limit == null ? sums.whole(request) : sums.page(request);
    }
}
