package kontor.importer.retail.reading;

import java.util.regex.Pattern;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Sheet;

/** The files about customers. */
final class ClienteleLines {

    private static final int NAME_MAX = 50;
    private static final int LOGIN_MAX = 50;
    private static final int EMAIL_MAX = 254;
    private static final int PHONE_MAX = 20;

    /** What the shop and Keycloak take. */
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._+-]*");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@.\\s]+");
    private static final Pattern PHONE = Pattern.compile("[0-9 +\\-/()]*");

    private ClienteleLines() {}

    static Clientele read(RetailReader reader) {
        return new Clientele(
                reader.all(Sheet.CUSTOMERS, ClienteleLines::customer), reader.all(Sheet.SITES, ClienteleLines::site));
    }

    private static Clientele.Customer customer(Cells cells) {
        return new Clientele.Customer(
                cells.line(),
                cells.id(),
                cells.text("Name", NAME_MAX),
                cells.textOrNone("BankAccount", NAME_MAX),
                cells.textOrNone("Login", LOGIN_MAX, LOGIN, "holds more than letters, digits and . _ + -"),
                cells.verbatim("Password"),
                cells.textOrNone("Email", EMAIL_MAX, EMAIL, "is no e-mail address"),
                cells.reference("MainCustomerSiteID"));
    }

    private static Clientele.Site site(Cells cells) {
        return new Clientele.Site(
                cells.line(),
                cells.id(),
                cells.text("ZipCode", Addresses.ZIP_CODE_MAX),
                cells.text("City", Addresses.CITY_MAX),
                cells.text("Street", Addresses.STREET_MAX),
                cells.textOrNone("Tel", PHONE_MAX, PHONE, Addresses.PHONE_MESSAGE),
                cells.textOrNone("Fax", PHONE_MAX, PHONE, Addresses.PHONE_MESSAGE),
                cells.reference("CustomerID"));
    }
}
