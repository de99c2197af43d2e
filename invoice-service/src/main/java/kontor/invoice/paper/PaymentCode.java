package kontor.invoice.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a bank's app reads to fill in a SEPA transfer (EPC069-12, version 2). There is one only where it leads to a
 * payment: something is due, in euro, to an account within SEPA.
 */
record PaymentCode(String payload) {

    private static final String CURRENCY = "EUR";
    private static final int BYTES_MOST = 331;

    static Optional<PaymentCode> of(Paper paper) {
        if (paper.kind() != Paper.Kind.INVOICE || !paper.currency().equals(CURRENCY) || paper.grossMinor() <= 0) {
            return Optional.empty();
        }
        return Iban.in(paper.seller().bankAccount())
                .map(iban -> payload(paper, iban))
                .filter(payload -> payload.getBytes(StandardCharsets.UTF_8).length <= BYTES_MOST)
                .map(PaymentCode::new);
    }

    private static String payload(Paper paper, Iban iban) {
        return String.join(
                "\n",
                "BCD",
                "002",
                "1", // UTF-8
                "SCT",
                "", // the bank follows from the account
                paper.seller().name(),
                iban.value(),
                CURRENCY + Figures.of(CURRENCY).plain(paper.grossMinor()),
                "",
                "",
                paper.number());
    }

    /** Dark and light squares without the quiet zone. */
    BitMatrix squares() {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, 0);
        // Not every reader knows the mark that announces a character set, and plain letters need none.
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(payload)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            return new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
