package kontor.importer.retail.calls;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import kontor.importer.calls.Batch;
import kontor.importer.calls.Progress;
import kontor.importer.calls.ShopClient;
import kontor.importer.calls.Tally;
import kontor.importer.calls.Tally.Outcome;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;

/** Puts a retail shop that was found in order into the running one, in the order of G-39. */
public final class RetailTransfer {

    private final ShopClient shop;
    private final Progress progress;
    private final RetailIds ids = new RetailIds();
    private final Tally tally = new Tally();
    private int logIns;

    public RetailTransfer(ShopClient shop, Progress progress) {
        this.shop = shop;
        this.progress = progress;
    }

    /**
     * Runs to the end, or stops with what was refused; what was imported until then stays.
     *
     * @param adminId who imports
     * @param now of what the files have no time
     */
    public void run(Retail retail, String adminId, Instant now) {
        ClienteleTransfer clientele = new ClienteleTransfer(this, retail.clientele());
        clientele.customers();
        logIns = clientele.logIns();
        WaresTransfer wares = new WaresTransfer(this, retail.wares());
        wares.vatRates();
        wares.categories();
        wares.products(adminId, now);
        TradeTransfer trade = new TradeTransfer(this, retail);
        trade.methods();
        trade.statuses();
        trade.orders();
        BillingTransfer billing = new BillingTransfer(this, retail);
        billing.issuers();
        billing.invoices();
    }

    public Tally tally() {
        return tally;
    }

    /** How many customers got one. */
    public int logIns() {
        return logIns;
    }

    RetailIds ids() {
        return ids;
    }

    ShopClient shop() {
        return shop;
    }

    Progress progress() {
        return progress;
    }

    /** Sends all entries of a file; each is counted and its id in the shop kept. */
    <T extends Entry> void send(Sheet sheet, Target target, List<T> entries, Function<T, Map<String, Object>> row) {
        send(sheet, target, entries, row, (entry, outcome) -> {});
    }

    /** @param then counts what came along with an entry */
    <T extends Entry> void send(
            Sheet sheet,
            Target target,
            List<T> entries,
            Function<T, Map<String, Object>> row,
            BiConsumer<T, Outcome> then) {
        progress.begin(target.what(), entries.size());
        Batch batch = new Batch(shop, RetailExisting.SOURCE, target.path(), target.list(), target.rowsMax());
        for (T entry : entries) {
            batch.add(new Batch.Row(row.apply(entry), (id, outcome) -> {
                ids.put(sheet, entry.id(), Long.parseLong(id));
                tally.add(sheet, outcome, 1);
                then.accept(entry, outcome);
                progress.done(1);
            }));
        }
        batch.send();
    }

    /**
     * Where rows go.
     *
     * @param what as the progress names them
     * @param list the field that holds them
     * @param rowsMax what the shop takes in one request
     */
    record Target(String what, String path, String list, int rowsMax) {}

    /** A row that begins with its external id. */
    static Map<String, Object> row(long id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("externalId", Long.toString(id));
        return row;
    }
}
