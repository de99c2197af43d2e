package kontor.importer.retail.source;

import java.util.List;
import kontor.importer.source.Titled;

/** The files that are taken over, with the columns that are read, in the order in which they are. */
public enum Sheet implements Titled {
    CUSTOMERS("Customer.csv", "ID", "Name", "BankAccount", "Login", "Password", "Email", "MainCustomerSiteID"),
    SITES("CustomerSite.csv", "ID", "ZipCode", "City", "Street", "Tel", "Fax", "CustomerID"),
    VAT_RATES("VAT.csv", "ID", "Percentage"),
    CATEGORIES("Category.csv", "ID", "Name", "ParentCategoryID"),
    PRODUCTS("Product.csv", "ID", "Name", "Price", "Stock", "VATID", "CategoryID", "Description"),
    PAYMENT_METHODS("PaymentMethod.csv", "ID", "Method", "Deadline"),
    STATUSES("Status.csv", "ID", "Name"),
    ORDERS("Order.csv", "ID", "Date", "Deadline", "CustomerSiteID", "StatusID", "PaymentMethodID"),
    ORDER_ITEMS("OrderItem.csv", "ID", "Amount", "Price", "OrderID", "ProductID", "StatusID"),
    ISSUERS("InvoiceIssuer.csv", "ID", "Name", "ZipCode", "City", "Street", "TaxIdentifier", "BankAccount"),
    INVOICES(
            "Invoice.csv",
            "ID",
            "CustomerName",
            "CustomerZipCode",
            "CustomerCity",
            "CustomerStreet",
            "PrintedCopies",
            "Cancelled",
            "PaymentMethod",
            "CreationDate",
            "DeliveryDate",
            "PaymentDeadline",
            "InvoiceIssuerID",
            "OrderID"),
    INVOICE_ITEMS("InvoiceItem.csv", "ID", "Name", "Amount", "Price", "VATPercentage", "InvoiceID", "OrderItemID");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> columns;

    Sheet(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    @Override
    public String title() {
        return title;
    }

    public List<String> columns() {
        return columns;
    }

    /** The place of a row, as a finding names it. */
    public String line(int line) {
        return "%s line %d".formatted(title, line);
    }
}
