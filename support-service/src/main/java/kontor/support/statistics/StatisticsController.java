package kontor.support.statistics;

import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /support/statistics}: tickets in numbers, for chiefs and admins; a table for a spreadsheet too. */
@RestController
@RequestMapping("/api/v1/support/statistics")
class StatisticsController {

    private final Figures figures;

    StatisticsController(Figures figures) {
        this.figures = figures;
    }

    @GetMapping
    @Access(Who.CHIEF)
    TicketStatistics statistics(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return figures.of(Period.of(from, to));
    }

    @GetMapping(produces = "text/csv")
    @Access(Who.CHIEF)
    Page<TicketStatistics.Row> table(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return Page.of(figures.of(Period.of(from, to)).rows());
    }
}
