package kontor.importer.retail.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import kontor.importer.reading.Wording;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Trade;

/** The files about orders and their terms. */
final class TradeLines {

    private static final int METHOD_MAX = 40;
    private static final int STATUS_MAX = 30;
    private static final int DAYS_MAX = 3_650;
    private static final int PIECES_MAX = 10_000;

    /** What an order or item of the past may be. */
    private static final Set<String> CODES =
            Set.of("NEW", "PROCESSING", "PACKAGED", "IN_TRANSIT", "DELIVERED", "CANCELLED");

    private TradeLines() {}

    static Trade read(RetailReader reader) {
        return new Trade(
                reader.all(
                        Sheet.PAYMENT_METHODS,
                        cells -> new Trade.PaymentMethod(
                                cells.line(),
                                cells.id(),
                                cells.text("Method", METHOD_MAX),
                                cells.count("Deadline", 0, DAYS_MAX))),
                reader.all(Sheet.STATUSES, TradeLines::status),
                reader.all(Sheet.ORDERS, cells -> order(cells, reader.now())),
                reader.all(
                        Sheet.ORDER_ITEMS,
                        cells -> new Trade.Item(
                                cells.line(),
                                cells.id(),
                                cells.count("Amount", 1, PIECES_MAX),
                                cells.money("Price", false),
                                cells.reference("OrderID"),
                                cells.reference("ProductID"),
                                cells.reference("StatusID"))));
    }

    private static Trade.Status status(Cells cells) {
        String name = cells.text("Name", STATUS_MAX);
        String code = Wording.tidy(name).toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
        if (!name.isEmpty() && !CODES.contains(code)) {
            cells.fault("the shop has no status %s for orders".formatted(name));
        }
        return new Trade.Status(cells.line(), cells.id(), name, code);
    }

    private static Trade.Order order(Cells cells, Instant now) {
        Instant placedAt = cells.instant("Date", now);
        Instant deadline = cells.instant("Deadline", Instant.MAX);
        if (deadline.isBefore(placedAt)) {
            cells.fault("Deadline lies before Date");
        }
        return new Trade.Order(
                cells.line(),
                cells.id(),
                placedAt,
                deadline,
                cells.reference("CustomerSiteID"),
                cells.reference("StatusID"),
                cells.reference("PaymentMethodID"));
    }
}
