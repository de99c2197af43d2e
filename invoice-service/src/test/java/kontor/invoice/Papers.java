package kontor.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kontor.invoice.paper.Paper;

/** Documents of the tests. */
public final class Papers {

    private Papers() {}

    /** The invoice of section 7 of the domain page. */
    public static Paper invoice() {
        return new Paper(
                Paper.Kind.INVOICE,
                "4-2026-000018",
                null,
                null,
                new Paper.Seller(
                        "Kontor Shop Ltd.",
                        "Main street 23",
                        "1119",
                        "Budapest",
                        "HU",
                        "15684995-2-32",
                        "HU42117730161111101800000000"),
                new Paper.Customer("Cleo Nagy", "Baross Gábor út 3", "9021", "Győr", "HU", "12345678-2-41"),
                new Paper.ShipTo("Cleo Nagy", "Fő utca 12", "1011", "Budapest", "HU", "+36 1 555 0112"),
                "Wire transfer 15",
                "30",
                LocalDate.parse("2026-05-15"),
                LocalDate.parse("2026-05-14"),
                LocalDate.parse("2026-05-29"),
                "EUR",
                List.of(
                        line(1, "Espresso beans 250 g", 3, 410, "27"),
                        line(2, "Paper filter", 1, 95, "27"),
                        line(3, "Child supervision for 1 hour", 2, 600, "0")),
                List.of(new Paper.Vat(new BigDecimal("0"), 1_200, 0), new Paper.Vat(new BigDecimal("27"), 1_325, 358)),
                2_525,
                358,
                2_883);
    }

    private static Paper.Line line(int no, String name, int amount, long price, String vat) {
        return new Paper.Line(no, name, amount, price, new BigDecimal(vat), amount * price);
    }
}
