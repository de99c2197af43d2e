package kontor.reporting.query;

import java.util.List;
import kontor.platform.security.Access;
import kontor.platform.security.Who;
import kontor.platform.web.Page;
import kontor.reporting.figure.Row;
import kontor.reporting.run.Others;
import kontor.reporting.run.Position;
import kontor.reporting.run.Positions;
import kontor.reporting.run.Run;
import kontor.reporting.run.SharedScan;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures for admins, as JSON or, for {@code Accept: text/csv}, as CSV; each answer names its position. */
@RestController
@RequestMapping("/api/v1/reporting")
class FiguresController {

    /** Up to where the facts are in the answer; true if the answer is exactly of there. */
    private static final String POSITION = "Reporting-Position";

    /** How many facts and changes are not in the answer yet. */
    private static final String LAG = "Reporting-Lag";

    private final Tables tables;
    private final Positions positions;
    private final Run run;
    private final Others others;

    FiguresController(Tables tables, Positions positions, Run run, Others others) {
        this.tables = tables;
        this.positions = positions;
        this.run = run;
        this.others = others;
    }

    /** What can be asked for. */
    @Access(Who.ADMIN)
    @GetMapping("/figures")
    Page<Tables.Entry> all() {
        return Page.of(tables.all());
    }

    /**
     * One table.
     *
     * @param where {@code column:value}, as often as wanted: all must hold
     */
    @Access(Who.ADMIN)
    @GetMapping("/figures/{name}")
    ResponseEntity<Page<Row>> one(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false, defaultValue = "") List<String> where,
            @RequestHeader("Authorization") String authorization) {
        // Before the rows: what comes meanwhile may be in them, and nothing up to here is missing.
        Position position = positions.now();
        List<Row> rows = tables.rows(name, Asked.of(from, to, where), shared(authorization));
        return ResponseEntity.ok()
                .header(POSITION, position.line())
                .header(LAG, Long.toString(position.unread() + position.between()))
                .body(Page.of(rows));
    }

    /** How far the figures are, and what stands in the way. */
    @Access(Who.ADMIN)
    @GetMapping("/position")
    Progress position(@RequestHeader("Authorization") String authorization) {
        return Progress.of(positions.now(), tables.kept(shared(authorization)));
    }

    /** What this instance keeps of a store, for the others. */
    @Access(Who.ADMIN)
    @GetMapping(path = "/shares/{store}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> share(
            @PathVariable String store,
            @RequestParam String beginning,
            @RequestHeader("Authorization") String authorization) {
        return ResponseEntity.ok(shared(authorization).share(store, beginning));
    }

    private SharedScan shared(String authorization) {
        return new SharedScan(run, others, authorization);
    }
}
