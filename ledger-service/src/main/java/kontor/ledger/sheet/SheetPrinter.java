package kontor.ledger.sheet;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Prints the sheet from a page of our own; names are escaped, and nothing outside the class path is ever read. */
@Component
class SheetPrinter {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final String page;

    SheetPrinter() {
        // It would write each of its steps past our logs.
        XRLog.setLoggingEnabled(false);
        try {
            page = new ClassPathResource("sheet/stocktaking.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] print(List<SheetRow> rows) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // Base 14 fonts lack most letters; this one comes with the library.
        builder.useFont(SheetPrinter::font, "Liberation Sans");
        builder.useUriResolver((base, uri) -> null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(html(rows), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private String html(List<SheetRow> rows) {
        return page.replace("<!--rows-->", rows.stream().map(SheetPrinter::html).collect(Collectors.joining()));
    }

    private static String html(SheetRow row) {
        return """
                <tr><td>%s</td><td class="number">%d</td><td class="empty"></td><td><div class="box"></div></td></tr>
                """.formatted(
                HtmlUtils.htmlEscape(printable(row.name()), StandardCharsets.UTF_8.name()), row.theoreticalStock());
    }

    /** Two characters may stand in a name and in no page. */
    private static String printable(String name) {
        return name.replace('\ufffe', '?').replace('\uffff', '?');
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT), FONT);
    }
}
