package kontor.invoice.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import kontor.invoice.paper.Paper;
import kontor.platform.Sha256;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of all that is printed on a document, hexadecimal. View {@code invoice_content} says the same of what is
 * stored, so that a query can prove that nothing changed (V-9).
 */
final class ContentHash {

    private static final int DECIMALS = 2;

    private ContentHash() {}

    static String of(Paper paper) {
        return HexFormat.of().formatHex(Sha256.of(content(paper)));
    }

    static String content(Paper paper) {
        Paper.Seller seller = paper.seller();
        List<@Nullable Object> parts =
                new ArrayList<>(SqlValues.of(paper.kind(), paper.number(), paper.cancels(), paper.reason()));
        parts.addAll(List.of(
                seller.name(),
                seller.street(),
                seller.zipCode(),
                seller.city(),
                seller.country(),
                seller.taxIdentifier(),
                seller.bankAccount()));
        parts.addAll(Columns.of(paper));
        parts.add(paper.lines().stream().map(ContentHash::line).collect(Collectors.joining(";")));
        parts.add(paper.vat().stream().map(ContentHash::rate).collect(Collectors.joining(";")));
        return printed(parts);
    }

    private static String line(Paper.Line line) {
        return printed(List.of(
                line.lineNo(),
                line.name(),
                line.amount(),
                line.unitPriceMinor(),
                decimals(line.vatPercentage()),
                line.netMinor()));
    }

    private static String rate(Paper.Vat vat) {
        return printed(List.of(decimals(vat.percentage()), vat.netMinor(), vat.vatMinor()));
    }

    private static String decimals(BigDecimal percentage) {
        return percentage.setScale(DECIMALS).toPlainString();
    }

    /** With lengths, so that no two lists of texts look alike. */
    private static String printed(List<? extends @Nullable Object> parts) {
        return parts.stream().map(ContentHash::part).collect(Collectors.joining(","));
    }

    private static String part(@Nullable Object part) {
        if (part == null) {
            return "-";
        }
        String text = part.toString();
        return text.codePointCount(0, text.length()) + ":" + text;
    }
}
