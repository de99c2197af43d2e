package kontor.importer.retail.source;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kontor.importer.retail.source.Totals.Sum;

/**
 * A retail shop as its folder holds it; each list in the order of its ids.
 *
 * @param read lines of each file
 * @param notes what is left aside, one sentence each
 */
public record Retail(
        Clientele clientele, Wares wares, Trade trade, Billing billing, Map<Sheet, Integer> read, List<String> notes) {

    public Retail {
        read = new EnumMap<>(read);
        notes = List.copyOf(notes);
    }

    public int read(Sheet sheet) {
        return read.getOrDefault(sheet, 0);
    }

    /** By id; of two with one id, which is refused, the first. */
    public static <T extends Entry> Map<Long, T> byId(List<T> entries) {
        return entries.stream().collect(toMap(Entry::id, Function.identity(), (one, other) -> one));
    }

    /** The items of each order, in the order of their ids: so they are numbered. */
    public Map<Long, List<Trade.Item>> itemsByOrder() {
        return trade.items().stream()
                .sorted(Comparator.comparingLong(Trade.Item::id))
                .collect(groupingBy(Trade.Item::orderId));
    }

    /** The lines of each invoice, in the order of their ids. */
    public Map<Long, List<Billing.Item>> itemsByInvoice() {
        return billing.items().stream()
                .sorted(Comparator.comparingLong(Billing.Item::id))
                .collect(groupingBy(Billing.Item::invoiceId));
    }

    /** What each order comes to, at the rates that its goods have; cancelled items do not count. */
    public Map<Long, Sum> orderSums() {
        Map<Long, BigDecimal> rates =
                wares.vatRates().stream().collect(toMap(Wares.VatRate::id, Wares.VatRate::percentage));
        Map<Long, Wares.Product> products = byId(wares.products());
        Map<Long, Trade.Status> statuses = byId(trade.statuses());
        Map<Long, Totals> totals = new HashMap<>();
        trade.orders().forEach(order -> totals.put(order.id(), new Totals()));
        for (Trade.Item item : trade.items()) {
            if (!Objects.requireNonNull(statuses.get(item.statusId())).code().equals("CANCELLED")) {
                long rate =
                        Objects.requireNonNull(products.get(item.productId())).vatRateId();
                Objects.requireNonNull(totals.get(item.orderId()))
                        .add(Objects.requireNonNull(rates.get(rate)), item.amount() * item.priceMinor());
            }
        }
        return sums(totals);
    }

    /** What each invoice comes to, as printed. */
    public Map<Long, Sum> invoiceSums() {
        Map<Long, Totals> totals = new HashMap<>();
        billing.invoices().forEach(invoice -> totals.put(invoice.id(), new Totals()));
        for (Billing.Item item : billing.items()) {
            Objects.requireNonNull(totals.get(item.invoiceId()))
                    .add(item.vatPercentage(), item.amount() * item.priceMinor());
        }
        return sums(totals);
    }

    private static Map<Long, Sum> sums(Map<Long, Totals> totals) {
        Map<Long, Sum> sums = new HashMap<>();
        totals.forEach((id, total) -> sums.put(id, total.sum()));
        return sums;
    }
}
