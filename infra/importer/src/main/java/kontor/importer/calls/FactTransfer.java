package kontor.importer.calls;

import java.util.List;
import java.util.Map;
import kontor.importer.calls.Batch.Row;
import kontor.importer.fact.Fact;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/** What happened at the shelf, as one stream, to ledger-service. */
final class FactTransfer {

    /** All accounts of a request are locked while it is posted, and somebody may be at the till. */
    private static final int FACTS_MAX = 200;

    private final Transfer transfer;

    FactTransfer(Transfer transfer) {
        this.transfer = transfer;
    }

    void run(List<Fact> facts) {
        transfer.progress().begin("facts", facts.stream().mapToInt(Fact::rows).sum());
        Batch batch = new Batch(transfer.shop(), Transfer.SOURCE, "/imports/community-facts", "facts", FACTS_MAX);
        for (Fact fact : facts) {
            batch.add(new Row(row(fact), (id, outcome) -> {
                transfer.count(fact.table(), outcome, 1);
                if (fact instanceof Fact.Replenished made) {
                    transfer.count(Table.REPLENISHMENTS, outcome, made.lines().size());
                }
                if (fact instanceof Fact.Counted made) {
                    transfer.count(Table.STOCKTAKINGS, outcome, made.counts().size());
                }
            }));
        }
        batch.send();
    }

    private Map<String, Object> row(Fact fact) {
        return switch (fact) {
            case Fact.Deposited(Shelf.Deposit deposit) -> deposit(fact, deposit);
            case Fact.Purchased(Shelf.Purchase purchase) -> purchase(fact, purchase);
            case Fact.Replenished(Shelf.Collection collection, List<Shelf.Line> lines) ->
                replenishment(fact, collection, lines);
            case Fact.Counted(Shelf.Stocktaking stocktaking, List<Shelf.Count> counts) ->
                stocktaking(fact, stocktaking, counts);
            case Fact.Switched(Shelf.Switch change, long actor) -> change(fact, change, actor);
        };
    }

    private static Map<String, Object> row(String kind, Fact fact) {
        Map<String, Object> row = Transfer.row(fact.id());
        row.put("kind", kind);
        row.put("at", fact.at().toString());
        return row;
    }

    private Map<String, Object> deposit(Fact fact, Shelf.Deposit deposit) {
        Map<String, Object> row = row("DEPOSIT", fact);
        row.put("memberId", transfer.ids().member(deposit.userId()));
        row.put("byAdminId", transfer.ids().member(deposit.adminId()));
        row.put("amountMinor", deposit.amountMinor());
        row.put("comment", deposit.comment());
        return row;
    }

    private Map<String, Object> purchase(Fact fact, Shelf.Purchase purchase) {
        Map<String, Object> row = row("PURCHASE", fact);
        row.put("memberId", transfer.ids().member(purchase.userId()));
        row.put("productId", transfer.ids().product(purchase.productId()));
        row.put("amount", purchase.amount());
        row.put("unitPriceMinor", purchase.unitPriceMinor());
        row.put("byAdminId", purchase.adminId() == null ? null : transfer.ids().member(purchase.adminId()));
        return row;
    }

    private Map<String, Object> replenishment(Fact fact, Shelf.Collection collection, List<Shelf.Line> lines) {
        Map<String, Object> row = row("REPLENISHMENT", fact);
        row.put("sellerId", transfer.ids().member(collection.sellerId()));
        row.put("byAdminId", transfer.ids().member(collection.adminId()));
        row.put("comment", collection.comment());
        row.put("lines", lines.stream().map(this::line).toList());
        return row;
    }

    private Map<String, Object> line(Shelf.Line line) {
        Map<String, Object> row = Transfer.row(line.id());
        row.put("productId", transfer.ids().product(line.productId()));
        row.put("amount", line.amount());
        row.put("totalPriceMinor", line.totalPriceMinor());
        return row;
    }

    private Map<String, Object> stocktaking(Fact fact, Shelf.Stocktaking stocktaking, List<Shelf.Count> counts) {
        Map<String, Object> row = row("STOCKTAKING", fact);
        row.put("byAdminId", transfer.ids().member(stocktaking.adminId()));
        row.put("lines", counts.stream().map(this::count).toList());
        return row;
    }

    private Map<String, Object> count(Shelf.Count count) {
        Map<String, Object> row = Transfer.row(count.id());
        row.put("productId", transfer.ids().product(count.productId()));
        row.put("count", count.count());
        return row;
    }

    private Map<String, Object> change(Fact fact, Shelf.Switch change, long actor) {
        Map<String, Object> row = row(kind(change.table()), fact);
        row.put(reference(change.table()), Long.toString(change.thingId()));
        row.put("revoked", change.revoked());
        row.put(
                change.table() == Table.PURCHASE_REVOKES ? "actorId" : "byAdminId",
                transfer.ids().member(actor));
        return row;
    }

    private static String kind(Table table) {
        return switch (table) {
            case DEPOSIT_REVOKES -> "DEPOSIT_SWITCH";
            case PURCHASE_REVOKES -> "PURCHASE_SWITCH";
            case COLLECTION_REVOKES -> "REPLENISHMENT_SWITCH";
            case REPLENISHMENT_REVOKES -> "REPLENISHMENT_LINE_SWITCH";
            case STOCKTAKING_REVOKES -> "STOCKTAKING_SWITCH";
            default -> throw new IllegalArgumentException(table.title());
        };
    }

    private static String reference(Table table) {
        return switch (table) {
            case DEPOSIT_REVOKES -> "depositExternalId";
            case PURCHASE_REVOKES -> "purchaseExternalId";
            case COLLECTION_REVOKES -> "collectionExternalId";
            case REPLENISHMENT_REVOKES -> "lineExternalId";
            case STOCKTAKING_REVOKES -> "stocktakingExternalId";
            default -> throw new IllegalArgumentException(table.title());
        };
    }
}
