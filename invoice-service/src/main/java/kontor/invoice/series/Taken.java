package kontor.invoice.series;

import java.time.Instant;
import java.time.LocalDate;
import kontor.invoice.paper.Paper;

/**
 * The place of a document in its series, held until the transaction ends.
 *
 * @param seqNo 1, 2, 3 ... per issuer and year
 * @param number as printed
 * @param issuedAt later than that of every smaller number
 * @param creationDate its day in the business zone, of that year
 */
public record Taken(
        long issuerId,
        Paper.Seller seller,
        int year,
        int seqNo,
        String number,
        Instant issuedAt,
        LocalDate creationDate) {}
