package kontor.importer.check;

import java.util.List;
import kontor.importer.fact.Fact;
import kontor.importer.fact.FactStream;
import kontor.importer.reading.Findings;
import kontor.importer.source.Community;

/** What rows show together: names, references, histories and limits. Each step needs the one before it. */
public final class Inspection {

    private Inspection() {}

    /** Refuses a community that does not hold together; gives its facts in their order. */
    public static List<Fact> inspect(Community community) {
        Findings findings = new Findings();
        Names.check(community, findings);
        References.check(community, findings);
        findings.refuse();
        Histories.check(community, findings);
        Members.check(community, findings);
        Sizes.check(community, findings);
        findings.refuse();
        List<Fact> facts = FactStream.of(community);
        Credits.check(facts, findings);
        findings.refuse();
        return facts;
    }
}
