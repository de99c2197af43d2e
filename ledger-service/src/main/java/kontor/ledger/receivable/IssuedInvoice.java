package kontor.ledger.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.Money;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;

/**
 * What the ledger uses of InvoiceIssued. Figures that do not fit together can never be booked and make the record a
 * dead letter.
 *
 * @param issuedAt time of the fact
 * @param grossMinor what the customer owes: the sum of the VAT rows, at least 0, minor units
 */
record IssuedInvoice(
        long invoiceId,
        String number,
        long customerId,
        Instant issuedAt,
        LocalDate paymentDeadline,
        long grossMinor,
        List<VatRow> vat) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_NUMBER = 40;

    /** Net sum at one rate and the VAT on it, minor units. */
    record VatRow(BigDecimal percentage, long netMinor, long vatMinor) {

        VatRow {
            if (percentage.signum() < 0 || percentage.compareTo(HUNDRED) > 0 || percentage.scale() > 2) {
                throw new IllegalArgumentException("VAT of " + percentage + " %");
            }
            if (netMinor < 0 || vatMinor < 0) {
                throw new IllegalArgumentException("An invoice over less than nothing.");
            }
        }
    }

    IssuedInvoice {
        vat = List.copyOf(vat);
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException("A number of " + number.length() + " characters");
        }
        long sum = vat.stream()
                .mapToLong(row -> Math.addExact(row.netMinor, row.vatMinor))
                .reduce(0, Math::addExact);
        if (sum != grossMinor || grossMinor > Money.MOST_MINOR) {
            throw new IllegalArgumentException("Gross " + grossMinor + ", but its rows make " + sum);
        }
    }

    /** The accounts that it is posted to and that may not be there yet. */
    Stream<CommunityAccount> accounts() {
        return Stream.concat(
                Stream.of(CommunityAccount.receivable(customerId)),
                vat.stream().map(row -> CommunityAccount.vatPayable(row.percentage)));
    }

    /** RECEIVABLE -gross, RETAIL_SALES +net, VAT_PAYABLE +VAT of each rate. */
    Posting posting(Instant bookedAt) {
        long net = vat.stream().mapToLong(VatRow::netMinor).sum();
        Posting posting = Posting.of(TransferKind.INVOICE, Receivable.reference(invoiceId, 1), issuedAt, bookedAt)
                .debit(CommunityAccount.receivable(customerId), new Money(grossMinor))
                .credit(CommunityAccount.RETAIL_SALES, new Money(net));
        for (VatRow row : vat) {
            posting = posting.credit(CommunityAccount.vatPayable(row.percentage), new Money(row.vatMinor));
        }
        return posting;
    }
}
