package kontor.importer.retail.check;

import kontor.importer.reading.Findings;
import kontor.importer.retail.source.Retail;

/** What lines show together: keys, names, references, belonging and sums. Each step needs the one before it. */
public final class RetailInspection {

    private RetailInspection() {}

    /** Refuses a shop that does not hold together. */
    public static void inspect(Retail retail) {
        Findings findings = new Findings();
        Keys.check(retail, findings);
        Mentions.check(retail, findings);
        findings.refuse();
        Tree.check(retail.wares(), findings);
        Descriptions.check(retail.wares(), findings);
        Belongings.check(retail, findings);
        findings.refuse();
        Sums.check(retail, findings);
        findings.refuse();
    }
}
