package kontor.importer.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.importer.calls.Tally.Outcome;
import kontor.importer.check.Pictures;
import kontor.importer.fact.Fact;
import kontor.importer.source.Community;
import kontor.importer.source.Table;

/** Puts a community that was found in order into the shop, in the order of G-39, but pictures before who shows them. */
public final class Transfer {

    static final String SOURCE = "community";

    private final ShopClient shop;
    private final Progress progress;
    private final Ids ids = new Ids();
    private final Tally tally = new Tally();

    public Transfer(ShopClient shop, Progress progress) {
        this.shop = shop;
        this.progress = progress;
    }

    /** Runs to the end, or stops with what was refused; what was imported until then stays. */
    public void run(Community community, List<Fact> facts, Pictures pictures, Existing existing) {
        PeopleTransfer people = new PeopleTransfer(this, community.people());
        GoodsTransfer goods = new GoodsTransfer(this, community.goods());
        people.ranks();
        new PictureTransfer(this, pictures, existing).run(community);
        people.members();
        people.histories();
        goods.tags();
        goods.products();
        new FactTransfer(this).run(facts);
    }

    public Ids ids() {
        return ids;
    }

    public Tally tally() {
        return tally;
    }

    Progress progress() {
        return progress;
    }

    ShopClient shop() {
        return shop;
    }

    Batch batch(String path, String list) {
        return new Batch(shop, SOURCE, path, list);
    }

    void count(Table table, Outcome outcome, int rows) {
        tally.add(table, outcome, rows);
        progress.done(rows);
    }

    /** A row that begins with its external id. */
    static Map<String, Object> row(long id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("externalId", Long.toString(id));
        return row;
    }
}
