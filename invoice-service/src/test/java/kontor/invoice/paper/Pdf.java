package kontor.invoice.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A printed document as its reader has it. */
final class Pdf {

    private static final float DOTS_PER_INCH = 200;

    private final byte[] bytes;

    Pdf(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Line by line. */
    String text() {
        return text(1, Integer.MAX_VALUE);
    }

    /** Cell by cell. */
    String flow() {
        return read(document -> new PDFTextStripper().getText(document));
    }

    String page(int number) {
        return text(number, number);
    }

    int pages() {
        return read(PDDocument::getNumberOfPages);
    }

    /** What a bank's app sees on the page. */
    Optional<String> scanned(int page) {
        BufferedImage image = read(document -> new PDFRenderer(document).renderImageWithDPI(page - 1, DOTS_PER_INCH));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** The e-invoice inside. */
    String attached() {
        return read(document -> {
            var files = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            var file = Objects.requireNonNull(files.getNames().get("factur-x.xml"));
            return new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        });
    }

    <T> T read(Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    private String text(int first, int last) {
        return read(document -> {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            text.setStartPage(first);
            text.setEndPage(last);
            return text.getText(document);
        });
    }
}
