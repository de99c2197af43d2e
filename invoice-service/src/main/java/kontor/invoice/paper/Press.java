package kontor.invoice.paper;

import com.google.zxing.common.BitMatrix;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.util.function.SingletonSupplier;

/** Turns a page of our own into a PDF. Nothing is read but from the class path, and fonts only at the first print. */
final class Press {

    private static final String FONT = "Noto Sans";
    private static final int WEIGHT_NORMAL = 400;
    private static final int WEIGHT_BOLD = 700;
    private static final Pattern CODE = Pattern.compile(Layout.CODE);

    private final SingletonSupplier<Letters> letters = SingletonSupplier.of(Letters::new);
    private final SingletonSupplier<Layout> layout = SingletonSupplier.of(() -> new Layout(letters.obtain()));
    private final SingletonSupplier<byte[]> colours = SingletonSupplier.of(() -> Letters.file("paper/sRGB.icc"));

    Press() {
        // It would write each of its steps past our logs.
        XRLog.setLoggingEnabled(false);
    }

    byte[] print(Paper paper, String mark, byte[] invoice) {
        Optional<PaymentCode> code = PaymentCode.of(paper);
        String page = layout.obtain().page(paper, mark, code.isPresent());
        try (PDDocument document = new PDDocument();
                TrueTypeFont regular = letters.obtain().regular();
                TrueTypeFont bold = letters.obtain().bold();
                PdfBoxRenderer renderer = renderer(page, document, regular, bold)) {
            renderer.createPDFWithoutClosing();
            if (code.isPresent()) {
                draw(code.get().squares(), renderer, document);
            }
            return new Archive(document).seal(paper, mark, invoice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfBoxRenderer renderer(String page, PDDocument document, TrueTypeFont regular, TrueTypeFont bold)
            throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(colours.obtain());
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

    /** As one area, so that no viewer shows seams between the squares. */
    private static void draw(BitMatrix squares, PdfBoxRenderer renderer, PDDocument document) throws IOException {
        PagePosition<?> frame = renderer.findPagePositionsByID(CODE).getFirst();
        float side = frame.getWidth() / squares.getWidth();
        float top = frame.getY() + frame.getHeight();
        try (PDPageContentStream content =
                new PDPageContentStream(document, document.getPage(frame.getPageNo()), AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setNonStrokingColor(0f, 0f, 0f);
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y)) {
                        content.addRect(frame.getX() + x * side, top - (y + 1) * side, side, side);
                    }
                }
            }
            content.fill();
            content.endMarkedContent();
        }
    }
}
