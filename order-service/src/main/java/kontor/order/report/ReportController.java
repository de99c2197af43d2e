package kontor.order.report;

import kontor.platform.rejection.InvalidField;
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

/** Sums over orders that are not PENDING, REJECTED or CANCELLED, for admins; lists are tables for a spreadsheet too. */
@RestController
@RequestMapping("/api/v1/orders")
class ReportController {

    private static final int MOST_GROUPS = 1_000;

    private final Sums sums;
    private final Histograms histograms;

    ReportController(Sums sums, Histograms histograms) {
        this.sums = sums;
        this.histograms = histograms;
    }

    @GetMapping("/customer-totals")
    @Access(Who.ADMIN)
    Page<Sums.CustomerTotal> customerTotals(
            @Listing(
                            sort = {"customerId", "name", "netMinor"},
                            filters = {"customerId", "name"})
                    ListRequest request) {
        return sums.ofCustomers(request);
    }

    @GetMapping("/product-sales")
    @Access(Who.ADMIN)
    Page<Sums.ProductSale> productSales(
            @Listing(
                            sort = {"productId", "name", "amount", "netMinor"},
                            filters = {"productId", "minAmount"})
                    ListRequest request) {
        return sums.ofProducts(request);
    }

    @GetMapping("/histogram")
    @Access(Who.ADMIN)
    Histograms.Histogram histogram(@RequestParam(required = false) @Nullable Integer groups) {
        return histograms.of(number(groups));
    }

    /** The parts alone, for a spreadsheet. */
    @GetMapping(path = "/histogram", produces = "text/csv")
    @Access(Who.ADMIN)
    Page<Histograms.Group> histogramTable(@RequestParam(required = false) @Nullable Integer groups) {
        return Page.of(histograms.of(number(groups)).groups());
    }

    private static int number(@Nullable Integer groups) {
        if (groups == null || groups < 1 || groups > MOST_GROUPS) {
            throw new InvalidField("groups", "must be a whole number from 1 to " + MOST_GROUPS);
        }
        return groups;
    }
}
