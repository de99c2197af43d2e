package kontor.importer.retail.reading;

import java.time.LocalDate;
import java.time.ZoneOffset;
import kontor.importer.retail.source.Billing;
import kontor.importer.retail.source.Sheet;

/** The files about invoices. */
final class BillingLines {

    private static final int NAME_MAX = 50;
    private static final int TAX_IDENTIFIER_MAX = 20;
    private static final int METHOD_MAX = 40;
    private static final int PRODUCT_MAX = 64;
    private static final int PIECES_MAX = 10_000;
    private static final int COPIES_MAX = 1_000_000;

    private BillingLines() {}

    static Billing read(RetailReader reader) {
        LocalDate today = LocalDate.ofInstant(reader.now(), ZoneOffset.UTC);
        return new Billing(
                reader.all(
                        Sheet.ISSUERS,
                        cells -> new Billing.Issuer(
                                cells.line(),
                                cells.id(),
                                cells.text("Name", NAME_MAX),
                                cells.text("ZipCode", Addresses.ZIP_CODE_MAX),
                                cells.text("City", Addresses.CITY_MAX),
                                cells.text("Street", Addresses.STREET_MAX),
                                cells.text("TaxIdentifier", TAX_IDENTIFIER_MAX),
                                cells.text("BankAccount", NAME_MAX))),
                reader.all(Sheet.INVOICES, cells -> invoice(cells, today)),
                reader.all(
                        Sheet.INVOICE_ITEMS,
                        cells -> new Billing.Item(
                                cells.line(),
                                cells.id(),
                                cells.text("Name", PRODUCT_MAX),
                                cells.count("Amount", 1, PIECES_MAX),
                                cells.money("Price", false),
                                cells.percentage("VATPercentage"),
                                cells.reference("InvoiceID"),
                                cells.reference("OrderItemID"))));
    }

    private static Billing.Invoice invoice(Cells cells, LocalDate today) {
        LocalDate creationDate = cells.date("CreationDate");
        if (creationDate.isAfter(today)) {
            cells.fault("CreationDate lies in the future");
        }
        return new Billing.Invoice(
                cells.line(),
                cells.id(),
                cells.text("CustomerName", NAME_MAX),
                cells.text("CustomerZipCode", Addresses.ZIP_CODE_MAX),
                cells.text("CustomerCity", Addresses.CITY_MAX),
                cells.text("CustomerStreet", Addresses.STREET_MAX),
                cells.count("PrintedCopies", 0, COPIES_MAX),
                cells.flag("Cancelled"),
                cells.text("PaymentMethod", METHOD_MAX),
                creationDate,
                cells.date("DeliveryDate"),
                cells.date("PaymentDeadline"),
                cells.reference("InvoiceIssuerID"),
                cells.reference("OrderID"));
    }
}
