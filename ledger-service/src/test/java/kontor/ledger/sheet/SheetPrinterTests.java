package kontor.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SheetPrinterTests {

    private final SheetPrinter printer = new SheetPrinter();

    @Test
    void printsARowForEachProductUnderTheAdvice() throws IOException {
        String text = textOf(List.of(new SheetRow("Árvíztűrő tükörfúrógép", 12), new SheetRow("Чай", -3)));

        assertThat(text)
                .contains("Name:", "Date:", "Time:", "Signature:")
                .contains("paper lists and invoices first", "nobody buy", "switches a product off")
                .contains("Árvíztűrő tükörfúrógép 12", "Чай -3");
    }

    /** A name is text, whatever it looks like. */
    @Test
    void printsNamesAsTheyAre() throws IOException {
        String text = textOf(List.of(
                new SheetRow("<b>bold</b> & \"co\"", 1),
                new SheetRow("<img src=\"file:///etc/hostname\"/>", 2),
                new SheetRow("<!--rows--> $1 &amp;", 3),
                new SheetRow("odd\ufffe\uffff \ud83c\udf75", 4)));

        assertThat(text)
                .contains(
                        "<b>bold</b> & \"co\" 1",
                        "<img src=\"file:///etc/hostname\"/> 2",
                        "<!--rows--> $1 &amp; 3",
                        "odd??");
    }

    @Test
    void repeatsTheHeadOnEachPage() throws IOException {
        List<SheetRow> rows = IntStream.range(0, 200)
                .mapToObj(i -> new SheetRow("Product " + i, i))
                .toList();

        try (PDDocument sheet = Loader.loadPDF(printer.print(rows))) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(sheet.getNumberOfPages());

            assertThat(sheet.getNumberOfPages()).isGreaterThan(3);
            assertThat(last.getText(sheet)).contains("Theoretical stock", "Product 199");
        }
    }

    private String textOf(List<SheetRow> rows) throws IOException {
        try (PDDocument sheet = Loader.loadPDF(printer.print(rows))) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(sheet);
        }
    }
}
