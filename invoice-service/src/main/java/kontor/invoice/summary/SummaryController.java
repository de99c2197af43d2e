package kontor.invoice.summary;

import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /invoices/summary}, for admins; a table for a spreadsheet too. */
@RestController
@RequestMapping("/api/v1/invoices/summary")
class SummaryController {

    private final Summaries summaries;

    SummaryController(Summaries summaries) {
        this.summaries = summaries;
    }

    /** Days {@code YYYY-MM-DD}, {@code to} not included. */
    @GetMapping
    @Access(Who.ADMIN)
    Summary summary(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return summaries.of(Period.of(from, to));
    }

    @GetMapping(produces = "text/csv")
    @Access(Who.ADMIN)
    Page<Summary.Row> table(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return Page.of(summaries.of(Period.of(from, to)).rows());
    }
}
