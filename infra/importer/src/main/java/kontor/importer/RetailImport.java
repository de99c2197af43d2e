package kontor.importer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import kontor.importer.calls.Pace;
import kontor.importer.calls.Progress;
import kontor.importer.calls.ShopClient;
import kontor.importer.report.Comparing;
import kontor.importer.report.Comparison;
import kontor.importer.report.Report;
import kontor.importer.retail.calls.RetailCollisions;
import kontor.importer.retail.calls.RetailExisting;
import kontor.importer.retail.calls.RetailTransfer;
import kontor.importer.retail.check.Passwords;
import kontor.importer.retail.check.RetailInspection;
import kontor.importer.retail.reading.RetailReader;
import kontor.importer.retail.report.RetailComparison;
import kontor.importer.retail.report.RetailPlan;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;

/** The import of a retail shop: everything is read and judged before the first row is sent. */
final class RetailImport {

    private final ImportOptions options;
    private final ShopClient shop;
    private final Progress progress;
    private final Pace pace;

    RetailImport(ImportOptions options, ShopClient shop, Progress progress, Pace pace) {
        this.options = options;
        this.shop = shop;
        this.progress = progress;
        this.pace = pace;
    }

    /** Whether the shop now has what the files have; a dry run has nothing to differ. */
    boolean run(Instant now) {
        Retail retail = RetailReader.read(options.source(), now);
        RetailInspection.inspect(retail);
        RetailExisting existing = RetailExisting.in(shop);
        List<String> joined = RetailCollisions.check(retail, existing);
        Stream.of(retail.notes(), Passwords.notes(retail.clientele()), joined)
                .flatMap(List::stream)
                .forEach(note -> progress.say("Note: " + note));
        if (options.dryRun()) {
            RetailPlan.lines(retail, existing).forEach(progress::say);
            progress.say("Nothing is wrong with %s; nothing was imported (--dry-run).".formatted(options.source()));
            return true;
        }
        return run(retail, existing, now.truncatedTo(ChronoUnit.MILLIS));
    }

    private boolean run(Retail retail, RetailExisting existing, Instant now) {
        RetailTransfer transfer = new RetailTransfer(shop, progress);
        transfer.run(retail, existing.adminId(), now);
        if (transfer.logIns() > 0) {
            progress.say("%d customers log in with the password they had, which they change when they do."
                    .formatted(transfer.logIns()));
        }
        Report.counts(Sheet.values(), retail::read, transfer.tally()).forEach(progress::say);
        progress.say("Comparing stocks and totals with the source ...");
        Comparison comparison =
                new Comparing(shop, pace).settle(() -> RetailComparison.of(retail, shop), retail.read(Sheet.ORDERS));
        Report.comparison(comparison).forEach(progress::say);
        progress.say(closing(comparison, transfer));
        return comparison.isClean();
    }

    private static String closing(Comparison comparison, RetailTransfer transfer) {
        if (!comparison.isClean()) {
            return "The import is complete, but %d figures differ from the source."
                    .formatted(comparison.differences().size());
        }
        return transfer.tally().isUnchanged()
                ? "Everything was imported before; the shop agrees with the source."
                : "The retail shop is imported; the shop agrees with the source.";
    }
}
