package kontor.order.parcel;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays papers out on our own pages. Whatever comes from the shipment goes in as text, never as markup. */
final class Layout {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int GRAMS_OF_A_KILOGRAM = 1_000;

    /** About one line of the label's large letters. */
    private static final int LONG = 40;

    private final Template label = Template.of("paper/label.html");
    private final Template slip = Template.of("paper/packing-slip.html");
    private final Letters letters;
    private final ZoneId zone;

    /** @param zone of the day on the papers (G-16) */
    Layout(Letters letters, ZoneId zone) {
        this.letters = letters;
        this.zone = zone;
    }

    /** What goes outside: two addresses, carrier, weight; nothing of what is inside. */
    String label(Shipment shipment) {
        Map<String, String> fillings = new HashMap<>(fillings(shipment));
        fillings.put("size", isLong(shipment) ? "long" : "usual");
        return label.with(fillings);
    }

    private static boolean isLong(Shipment shipment) {
        return Stream.of(shipment.from(), shipment.to())
                        .flatMap(party -> Stream.of(party.name(), party.street(), party.zipCode() + " " + party.city()))
                        .anyMatch(line -> line.length() > LONG)
                || shipment.carrier().length() > LONG
                || String.valueOf(shipment.trackingNumber()).length() > LONG;
    }

    /** What goes inside: what the buyer should find. */
    String slip(Shipment shipment) {
        Map<String, String> fillings = new HashMap<>(fillings(shipment));
        fillings.put("lines", shipment.lines().stream().map(this::line).collect(Collectors.joining()));
        fillings.put("pieces", number(shipment.pieces()));
        fillings.put("goodsWeight", weight(shipment.weightG() - shipment.packagingG()));
        return slip.with(fillings);
    }

    private Map<String, String> fillings(Shipment shipment) {
        Map<String, String> fillings = new HashMap<>();
        fillings.put("number", Long.toString(shipment.purchaseId()));
        fillings.put("day", DAY.format(shipment.paidAt().atZone(zone)));
        fillings.put("from", address(shipment.from()));
        fillings.put("to", address(shipment.to()));
        fillings.put("carrier", text(shipment.carrier()));
        fillings.put("tariff", text(shipment.tariff()));
        fillings.put("packaging", text(shipment.packaging() == null ? "-" : shipment.packaging()));
        fillings.put("weight", weight(shipment.weightG()));
        fillings.put("tracking", text(shipment.trackingNumber() == null ? "-" : shipment.trackingNumber()));
        fillings.put("reference", text(shipment.sellerReference() == null ? "-" : shipment.sellerReference()));
        return fillings;
    }

    private String address(Shipment.Party party) {
        return Stream.of(
                        "<p class=\"strong\">%s</p>".formatted(text(party.name())),
                        row(party.street()),
                        row(party.zipCode() + " " + party.city()),
                        row(country(party.country())),
                        party.phone() == null ? "" : row("Phone " + party.phone()))
                .collect(Collectors.joining());
    }

    private String row(String text) {
        return "<p>%s</p>".formatted(text(text));
    }

    private String line(Shipment.Line line) {
        return """
                <tr><td class="no">%d</td><td>%s</td><td class="figure">%s</td><td class="figure">%s</td>\
                <td class="figure">%s</td></tr>
                """.formatted(
                        line.lineNo(),
                        text(line.title()),
                        number(line.quantity()),
                        weight(line.weightG()),
                        weight(line.totalG()));
    }

    private String text(String text) {
        return Template.escaped(letters.printable(text));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Exactly: 640 g, 1.85 kg, 1,200 kg. */
    private static String weight(long grams) {
        if (grams < GRAMS_OF_A_KILOGRAM) {
            return grams + " g";
        }
        String fraction =
                String.format(Locale.ROOT, ".%03d", grams % GRAMS_OF_A_KILOGRAM).replaceFirst("\\.?0+$", "");
        return number(grams / GRAMS_OF_A_KILOGRAM) + fraction + " kg";
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
