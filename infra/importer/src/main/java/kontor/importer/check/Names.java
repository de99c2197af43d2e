package kontor.importer.check;

import java.util.HashMap;
import java.util.Map;
import kontor.importer.reading.Findings;
import kontor.importer.reading.Wording;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.People;
import kontor.importer.source.Table;

/** Names that must differ after trimming, NFC and case folding: SQLite compares bytes. */
final class Names {

    private final Map<String, Long> taken = new HashMap<>();
    private final Table table;
    private final Findings findings;

    private Names(Table table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    static void check(Community community, Findings findings) {
        Names ranks = new Names(Table.RANKS, findings);
        for (People.Rank rank : community.people().ranks()) {
            ranks.take(rank.id(), "name", Wording.folded(rank.name()));
        }
        Names tags = new Names(Table.TAGS, findings);
        for (Goods.Tag tag : community.goods().tags()) {
            tags.take(tag.id(), "name", Wording.folded(tag.name()));
        }
        Names products = new Names(Table.PRODUCTS, findings);
        Names barcodes = new Names(Table.PRODUCTS, findings);
        for (Goods.Product product : community.goods().products()) {
            products.take(product.id(), "name", Wording.folded(product.name()));
            if (product.barcode() != null) {
                barcodes.take(product.id(), "barcode", product.barcode());
            }
        }
    }

    private void take(long row, String column, String value) {
        Long other = taken.putIfAbsent(value, row);
        if (other != null) {
            findings.add(table, row, "%s is the same as that of row %d".formatted(column, other));
        }
    }
}
