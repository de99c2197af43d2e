package kontor.importer.retail.report;

import java.util.ArrayList;
import java.util.List;
import kontor.importer.retail.calls.RetailExisting;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;

/** What an import would do, line by line. */
public final class RetailPlan {

    private RetailPlan() {}

    public static List<String> lines(Retail retail, RetailExisting existing) {
        List<String> lines = new ArrayList<>();
        lines.add("  %-30s %9s".formatted("table", "read"));
        for (Sheet sheet : Sheet.values()) {
            int before = existing.importedBefore(sheet);
            String there = before == 0 ? "" : "  %d of them were imported before".formatted(before);
            lines.add("  %-30s %9d%s".formatted(sheet.title(), retail.read(sheet), there));
        }
        return lines;
    }
}
