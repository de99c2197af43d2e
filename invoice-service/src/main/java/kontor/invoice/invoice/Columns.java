package kontor.invoice.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kontor.invoice.paper.Paper;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;

/** What is printed as columns: read from rows of {@code invoice}, its issuer, lines and VAT rows, and written. */
final class Columns {

    /** Those of {@code invoice i}, its issuer's with a prefix, and the documents that cancel and are cancelled. */
    static final String HEAD = """
            select i.*, 1 + i.printed_copies + i.cancelled::int as version, c.number as cancels,
                b.id as cancelled_by_id, s.name as issuer_name, s.street as issuer_street,
                s.zip_code as issuer_zip_code, s.city as issuer_city, s.country as issuer_country,
                s.tax_identifier as issuer_tax_identifier, s.bank_account as issuer_bank_account
            from invoice i join issuer s on s.id = i.issuer_id
                left join invoice c on c.id = i.cancels_id
                left join invoice b on b.cancels_id = i.id
            """;

    private Columns() {}

    /** Those of {@code invoice} that the paper alone fills, in the order in which they are stored and hashed. */
    static List<@Nullable Object> of(Paper paper) {
        Paper.Customer customer = paper.customer();
        Paper.ShipTo shipTo = paper.shipTo();
        return SqlValues.of(
                customer.name(),
                customer.street(),
                customer.zipCode(),
                customer.city(),
                customer.country(),
                customer.taxIdentifier(),
                shipTo.name(),
                shipTo.street(),
                shipTo.zipCode(),
                shipTo.city(),
                shipTo.country(),
                shipTo.phone(),
                paper.paymentMethod(),
                paper.meansCode(),
                paper.creationDate(),
                paper.deliveryDate(),
                paper.paymentDeadline(),
                paper.currency(),
                paper.netMinor(),
                paper.vatMinor(),
                paper.grossMinor());
    }

    static Paper.Seller seller(ResultSet row) throws SQLException {
        return new Paper.Seller(
                row.getString("issuer_name"),
                row.getString("issuer_street"),
                row.getString("issuer_zip_code"),
                row.getString("issuer_city"),
                row.getString("issuer_country"),
                row.getString("issuer_tax_identifier"),
                row.getString("issuer_bank_account"));
    }

    static Paper.Customer customer(ResultSet row) throws SQLException {
        return new Paper.Customer(
                row.getString("customer_name"),
                row.getString("customer_street"),
                row.getString("customer_zip_code"),
                row.getString("customer_city"),
                row.getString("customer_country"),
                row.getString("customer_tax_identifier"));
    }

    static Paper.ShipTo shipTo(ResultSet row) throws SQLException {
        return new Paper.ShipTo(
                row.getString("ship_to_name"),
                row.getString("ship_to_street"),
                row.getString("ship_to_zip_code"),
                row.getString("ship_to_city"),
                row.getString("ship_to_country"),
                row.getString("ship_to_phone"));
    }

    static Paper.Line line(ResultSet row) throws SQLException {
        return new Paper.Line(
                row.getInt("line_no"),
                row.getString("name"),
                row.getInt("amount"),
                row.getLong("unit_price_minor"),
                Facts.plain(row.getBigDecimal("vat_percentage")),
                row.getLong("net_minor"));
    }

    static Paper.Vat vat(ResultSet row) throws SQLException {
        return new Paper.Vat(
                Facts.plain(row.getBigDecimal("percentage")), row.getLong("net_minor"), row.getLong("vat_minor"));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
