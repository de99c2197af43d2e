package kontor.order.parcel;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.UUID;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.util.function.SingletonSupplier;

/** Turns a page of our own into a PDF. Nothing is read but from the class path, and fonts only at the first print. */
final class Press {

    private static final String FONT = "Noto Sans";
    private static final int WEIGHT_NORMAL = 400;
    private static final int WEIGHT_BOLD = 700;

    private final SingletonSupplier<Letters> letters = SingletonSupplier.of(Letters::new);

    Press() {
        // It would write each of its steps past our logs.
        XRLog.setLoggingEnabled(false);
    }

    Letters letters() {
        return letters.obtain();
    }

    /** The same page of the same day gives the same bytes. */
    byte[] print(String page, String title, Instant day) {
        try (PDDocument document = new PDDocument();
                TrueTypeFont regular = letters().regular();
                TrueTypeFont bold = letters().bold();
                PdfBoxRenderer renderer = renderer(page, document, regular, bold)) {
            renderer.createPDFWithoutClosing();
            describe(document, title, day);
            document.setDocumentId(UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8))
                    .getMostSignificantBits());
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfBoxRenderer renderer(String page, PDDocument document, TrueTypeFont regular, TrueTypeFont bold)
            throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        // Readable aloud; and without the fonts of the machine, which would be searched and complained of otherwise.
        builder.usePdfUaAccessibility(true);
        builder.useFont(subset(document, regular), FONT, WEIGHT_NORMAL, FontStyle.NORMAL, true);
        builder.useFont(subset(document, bold), FONT, WEIGHT_BOLD, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(page, null);
        return builder.buildPdfRenderer();
    }

    private static PDFontSupplier subset(PDDocument document, TrueTypeFont font) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    private static void describe(PDDocument document, String title, Instant day) {
        GregorianCalendar time = GregorianCalendar.from(day.atZone(ZoneOffset.UTC));
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Kontor");
        information.setCreationDate(time);
        information.setModificationDate(time);
        document.setDocumentInformation(information);
    }
}
