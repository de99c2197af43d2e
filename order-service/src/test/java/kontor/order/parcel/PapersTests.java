package kontor.order.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.PlatformSettings.Clock;
import kontor.platform.store.PlatformSettings.Idempotency;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PapersTests {

    /** Shared, as in the service: what is warm stays warm. */
    private static final Papers PAPERS = papers("UTC");

    private static final Shipment.Party SELLER =
            new Shipment.Party("Sami Kovács", "Kossuth tér 3", "9021", "Győr", "HU", null);
    private static final Shipment.Party BUYER =
            new Shipment.Party("Ada B", "Sackstraße 7", "8010", "Graz", "AT", "+43 1 5550100");

    private static Papers papers(String zone) {
        return new Papers(new PlatformSettings(
                "order",
                "EUR",
                ZoneId.of(zone),
                "HU",
                new Clock(Duration.ZERO),
                new Idempotency(Duration.ofDays(7)),
                Duration.ZERO));
    }

    private static Shipment shipment(Shipment.Party to, List<Shipment.Line> lines) {
        return new Shipment(
                501,
                Instant.parse("2026-06-01T10:00:00Z"),
                SELLER,
                to,
                "Magyar Posta",
                "Parcel M",
                "Carton M",
                210,
                "RR 1 HU",
                "Shelf 4",
                lines);
    }

    private static Shipment usual() {
        return shipment(
                BUYER,
                List.of(
                        new Shipment.Line(1, "Espresso cup, blue", 2, 320),
                        new Shipment.Line(2, "Saucer", 1_000, 0),
                        new Shipment.Line(3, "Spoon", 1, 1)));
    }

    private static <T> T read(byte[] pdf, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    private static String text(byte[] pdf) {
        return read(pdf, document -> {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        });
    }

    private static int pages(byte[] pdf) {
        return read(pdf, PDDocument::getNumberOfPages);
    }

    /** G-16: 10:00 UTC of the first is the second of June on the Line Islands. */
    @Test
    void isOfTheDayInTheBusinessZone() {
        assertThat(text(PAPERS.slip(usual()))).contains("1 June 2026");
        assertThat(text(papers("Pacific/Kiritimati").slip(usual()))).contains("2 June 2026");
    }

    @Test
    void labelsAParcel() {
        String text = text(PAPERS.label(usual()));

        assertThat(text)
                .contains("Magyar Posta", "Parcel M", "851 g", "RR 1 HU", "501", "Shelf 4")
                .contains("Sami Kovács", "Kossuth tér 3", "9021 Győr", "Hungary")
                .contains("Ada B", "Sackstraße 7", "8010 Graz", "Austria", "Phone +43 1 5550100")
                .doesNotContain("Espresso");
    }

    @Test
    void tellsWhatIsInside() {
        String text = text(PAPERS.slip(usual()));

        assertThat(text)
                .contains("Packing slip", "Purchase 501", "1 June 2026", "Carton M", "Page 1 of 1")
                .contains("Ada B", "8010 Graz", "Sami Kovács", "Magyar Posta", "RR 1 HU", "Shelf 4")
                .contains("1 Espresso cup, blue 2 320 g 640 g")
                .contains("2 Saucer 1,000 0 g 0 g")
                .contains("3 Spoon 1 1 g 1 g")
                .contains("Together 1,003 641 g")
                .contains("851 g");
    }

    @Test
    void weighsInKilogramsWhatIsHeavy() {
        Shipment heavy = shipment(BUYER, List.of(new Shipment.Line(1, "Anvil", 10_000, 99_999)));

        assertThat(text(PAPERS.slip(heavy))).contains("1 Anvil 10,000 99.999 kg 999,990 kg", "999,990.21 kg");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Shipment bare =
                new Shipment(501, Instant.EPOCH, SELLER, BUYER, "Posta", "M", null, 0, null, null, usual().lines());

        assertThat(text(PAPERS.label(bare))).contains("641 g").doesNotContain("null");
        assertThat(text(PAPERS.slip(bare))).contains("1 January 1970").doesNotContain("null");
    }

    /** A text is text, whatever it looks like. */
    @Test
    void printsTextsAsTheyAre() {
        Shipment.Party awkward = new Shipment.Party(
                "<script>alert('1')</script>", "A|B \\ C & \"co\"", "<!--to-->", "$1 &amp;", "AT", null);
        Shipment shipment = shipment(
                awkward, List.of(new Shipment.Line(1, "<img src=\"file:///etc/hostname\"/> <!--lines-->", 1, 1)));

        assertThat(text(PAPERS.label(shipment)))
                .contains("<script>alert('1')</script>", "A|B \\ C & \"co\"", "<!--to--> $1 &amp;");
        assertThat(text(PAPERS.slip(shipment)).replaceAll("\\s+", " "))
                .contains("<img src=\"file:///etc/hostname\"/>", "<!--lines-->");
        int links = read(
                PAPERS.slip(shipment),
                document -> document.getPage(0).getAnnotations().size());
        assertThat(links).isZero();
    }

    @Test
    void marksWhatTheFontsLackAndLeavesOutWhatNobodySees() {
        Shipment.Party party = new Shipment.Party("Ω Ж 日本 ok", "a\u202eb\u200dc", "1", "X", "AT", null);

        assertThat(text(PAPERS.label(shipment(party, usual().lines())))).contains("Ω Ж \ufffd\ufffd ok", "abc");
    }

    @Test
    void keepsTheLongestTextsOnOneLabel() {
        String words =
                "Überaus langer Name einer Straße ".repeat(4).substring(0, 100).strip();
        Shipment.Party longest = new Shipment.Party(words, words, "1".repeat(100), words, "AT", "0".repeat(100));
        Shipment shipment = new Shipment(
                Long.MAX_VALUE,
                Instant.EPOCH,
                longest,
                longest,
                "C".repeat(50),
                words.substring(0, 50),
                null,
                210,
                "T".repeat(100),
                "R".repeat(50),
                usual().lines());

        assertThat(pages(PAPERS.label(shipment))).isEqualTo(1);
    }

    /** A label is glued on, a slip is folded. */
    @Test
    void takesThePaperOfItsPurpose() {
        assertThat(size(PAPERS.label(usual()))).isEqualTo("105 x 148 mm");
        assertThat(size(PAPERS.slip(usual()))).isEqualTo("210 x 297 mm");
    }

    private static String size(byte[] pdf) {
        return read(pdf, document -> {
            PDRectangle page = document.getPage(0).getMediaBox();
            return "%d x %d mm".formatted(millimetres(page.getWidth()), millimetres(page.getHeight()));
        });
    }

    private static long millimetres(float points) {
        return Math.round(points / 72 * 25.4);
    }

    @Test
    void setsAsManyLinesAsAPurchaseHas() {
        List<Shipment.Line> lines = IntStream.rangeClosed(1, 100)
                .mapToObj(line -> new Shipment.Line(line, "W".repeat(64), 10_000, 100_000))
                .toList();

        byte[] slip = PAPERS.slip(shipment(BUYER, lines));

        assertThat(pages(slip)).isGreaterThan(1);
        assertThat(text(slip))
                .contains("Together 1,000,000 100,000,000 kg", "Page %1$d of %1$d".formatted(pages(slip)));
    }

    @Test
    void embedsBothFonts() {
        for (byte[] pdf : List.of(PAPERS.label(usual()), PAPERS.slip(usual()))) {
            List<PDFont> fonts = read(pdf, document -> {
                var resources = document.getPage(0).getResources();
                return StreamSupport.stream(resources.getFontNames().spliterator(), false)
                        .map(name -> font(resources, name))
                        .toList();
            });

            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("NotoSans");
            });
        }
    }

    private static PDFont font(PDResources resources, COSName name) {
        try {
            return resources.getFont(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void printsTheSameBytesAgain() {
        assertThat(PAPERS.label(usual())).isEqualTo(PAPERS.label(usual()));
        assertThat(PAPERS.slip(usual())).isEqualTo(PAPERS.slip(usual()));
    }
}
