package kontor.importer.retail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A retail shop with a few lines in every file. Greta ordered tea and a cup for a price of old, was billed, and billed
 * again by a new issuer after the first bill was cancelled; the teahouse waits for a cup and a course. Ids have gaps,
 * children stand before their parents, cells hold commas, quotes and line ends, and the teahouse's password is short.
 */
public final class SmallRetail {

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("Customer.csv", """
                    ID,Name,BankAccount,Login,Password,Email,MainCustomerSiteID
                    1,Greta Maria Sølvberg,11112222-33334444,gsolvberg,correct horse,greta@tea.example,2
                    4,Teahouse,,teahouse,tiny,,5
                    7,Ödön Kiss,55556666-77778888,odon.kiss,"semper, ""fidelis\"\"\",odon@tea.example,6
                    """),
            Map.entry("CustomerSite.csv", """
                    ID,ZipCode,City,Street,Tel,Fax,CustomerID
                    1,1010,Wien,Gasse 1,,,1
                    2,1020,Wien,"Lange Gasse 7, Stiege 2",+43 1 555 01,,1
                    5,8010,Graz,Hauptplatz 3,0316/555-02,0316/555-03,4
                    6,1051,Budapest,Fő utca 9.,061-555-04,,7
                    """),
            Map.entry("VAT.csv", """
                    ID,Percentage
                    1,0
                    2,5.5
                    3,27
                    """),
            Map.entry("Category.csv", """
                    ID,Name,ParentCategoryID
                    9,Steamed green tea,3
                    3,Tea of the small shop,
                    4,Cups of the small shop,
                    """),
            Map.entry("Product.csv", """
                    ID,Name,Price,Stock,VATID,CategoryID,Description
                    2,"Sencha, first flush",12.5,40,2,9,"<product><description>Loose ""leaf"" tea,
                    steamed.</description><recommended_age>12 y</recommended_age></product>"
                    3,Stoneware cup of the small shop,18,7,3,4,
                    8,Course in making tea,45,0,1,,
                    """),
            Map.entry("PaymentMethod.csv", """
                    ID,Method,Deadline
                    1,Coins at the counter,0
                    3,Wire transfer in 20 days,20
                    """),
            Map.entry("Status.csv", """
                    ID,Name
                    1,New
                    2,Processing
                    3,Packaged
                    4,In transit
                    5,Delivered
                    """),
            Map.entry("Order.csv", """
                    ID,Date,Deadline,CustomerSiteID,StatusID,PaymentMethodID
                    10,2021-03-01,2021-03-10,2,5,3
                    12,2021-04-02 09:30:00,2021-04-09,5,2,1
                    """),
            Map.entry("OrderItem.csv", """
                    ID,Amount,Price,OrderID,ProductID,StatusID
                    21,3,12.5,10,2,5
                    22,1,0.95,10,3,5
                    25,2,18,12,3,3
                    26,1,45.00,12,8,1
                    """),
            Map.entry("InvoiceIssuer.csv", """
                    ID,Name,ZipCode,City,Street,TaxIdentifier,BankAccount
                    1,Small Tea Ltd,1117,Budapest,Kis utca 1,11111111-2-33,11700000-00000001
                    2,Small Tea and Cups Ltd,1117,Budapest,Kis utca 1,22222222-2-33,11700000-00000001
                    """),
            Map.entry("Invoice.csv", """
                    ID,CustomerName,CustomerZipCode,CustomerCity,CustomerStreet,PrintedCopies,Cancelled,PaymentMethod,\
                    CreationDate,DeliveryDate,PaymentDeadline,InvoiceIssuerID,OrderID
                    4,Greta Sølvberg,1020,Wien,Lange Gasse 7,2,1,Wire transfer 20,\
                    2021-03-08,2021-03-10,2021-03-30,1,10
                    6,Greta Sølvberg,1020,Wien,Lange Gasse 7,1,0,Wire transfer 20,\
                    2021-03-09,2021-03-10,2021-03-30,2,10
                    """),
            Map.entry("InvoiceItem.csv", """
                    ID,Name,Amount,Price,VATPercentage,InvoiceID,OrderItemID
                    31,Sencha,3,12.5,5.5,4,21
                    32,Cup,1,0.95,27,4,22
                    33,Sencha,3,12.5,5.5,6,21
                    34,Cup,1,0.95,27,6,22
                    """));

    private SmallRetail() {}

    /** Writes its files into a new folder. */
    public static Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Puts another text in the place of a line; the header is line 1, and a line after the last is a further one. */
    public static void change(Path folder, String file, int line, String text) {
        Path path = folder.resolve(file);
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(path, StandardCharsets.UTF_8));
            if (line > lines.size()) {
                lines.add(text);
            } else {
                lines.set(line - 1, text);
            }
            Files.write(path, lines, StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
