package kontor.invoice.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PapersTests {

    /** Shared, as in the service: what is warm stays warm. */
    private static final Papers PAPERS = new Papers(new ContactSettings(null, null));

    @Test
    void printsAllThatWasIssued() {
        String text = print(Sample.usual().invoice(), "Original").text();

        assertThat(text)
                .contains("Invoice", "4-2026-000018", "Original", "Page 1 of 1")
                .contains("Kontor Trading Ltd.", "Main street 23", "1119 Budapest", "Hungary", "Tax no. HU12345678")
                .contains("Erika McKenzie", "Sackstraße 7", "8010 Graz", "Austria", "Tax no. ATU12345678")
                .contains("Naschmarkt 11", "1060 Wien", "Phone +43 1 5550100")
                .contains("27 March 2026", "30 March 2026", "14 April 2026", "Wire transfer 15")
                .contains("1 Fisher Price hammer 3 4.10 27 % 12.30")
                .contains("2 Wooden spoon 1 0.95 27 % 0.95")
                .contains("3 Picture book, second hand 2 6.00 0 % 12.00")
                .contains("27 % 13.25 3.58 16.83", "0 % 12.00 0.00 12.00")
                .contains("Net total 25.25", "VAT total 3.58", "Total EUR 28.83")
                .contains("HU42 1177 3016 1111 1018 0000 0000");
    }

    @Test
    void marksCopies() {
        String text = print(Sample.usual().invoice(), "Copy 1").text();

        assertThat(text).contains("Copy 1").doesNotContain("Original");
    }

    @Test
    void turnsTheFiguresOfACancellation() {
        String text = print(Sample.usual().cancellation("Wrong address & <goods>"), "Original")
                .text();

        assertThat(text)
                .contains("Cancellation", "4-2026-000019")
                .contains("This document cancels invoice 4-2026-000018 as a whole.", "Reason: Wrong address & <goods>")
                .contains("1 Fisher Price hammer -3 4.10 27 % -12.30")
                .contains("27 % -13.25 -3.58 -16.83")
                .contains("Net total -25.25", "VAT total -3.58", "Total EUR -28.83")
                .doesNotContain("How to pay");
    }

    @Test
    void groupsThousands() {
        String text = print(
                        Sample.empty()
                                .line("Everything", 1, 9_999_999_999L, "0")
                                .invoice(),
                        "Original")
                .text();

        assertThat(text).contains("99,999,999.99 0 % 99,999,999.99", "Total EUR 99,999,999.99");
    }

    @Test
    void printsAsManyDecimalsAsTheCurrencyHas() {
        String text = print(Sample.usual().in("JPY").invoice(), "Original").text();

        assertThat(text).contains("3 410 27 % 1,230", "Total JPY 2,883");
    }

    /** A name is text, whatever it looks like (V-18). */
    @Test
    void printsNamesAsTheyAre() {
        Sample awkward = Sample.empty()
                .billedTo("<script>alert('1')</script> & \"co\"")
                .line("<img src=\"file:///etc/hostname\"/>", 1, 100, "27")
                .line("<!--lines--> $1 &amp; \\", 1, 100, "27")
                .line("javascript:app.alert(1) http://example.org", 1, 100, "27")
                .line("Árvíztűrő tükörfúrógép", 1, 100, "27")
                .line("Ψωμί ολικής άλεσης", 1, 100, "27")
                .line("Хлеб ржаной Єґ", 1, 100, "27")
                .line("office fluff ẞ №", 1, 100, "27");

        String text = print(awkward.invoice(), "Original").flow().replaceAll("\\s+", " ");

        assertThat(text)
                .contains("<script>alert('1')</script> & \"co\"")
                .contains("<img src=\"file:///etc/hostname\"/> 1")
                .contains("<!--lines--> $1 &amp; \\ 1")
                .contains("javascript:app.alert(1) http://example.org")
                .contains("Árvíztűrő tükörfúrógép", "Ψωμί ολικής άλεσης", "Хлеб ржаной Єґ", "office fluff ẞ №");
    }

    @Test
    void showsThatACharacterHasNoPicture() {
        String text = print(
                        Sample.empty()
                                .line("Tea 茶 and \ud83c\udf75 cup", 1, 100, "27")
                                .line("odd \ufffe\uffff\u0001 end", 1, 100, "27")
                                .line("cod\u202Etxt.exe", 1, 100, "27")
                                .invoice(),
                        "Original")
                .text();

        assertThat(text).contains("Tea \ufffd and \ufffd cup", "odd \ufffd\ufffd\ufffd end", "codtxt.exe");
    }

    @Test
    void breaksWordsThatAreLongerThanTheirColumn() {
        String word = "W".repeat(64);

        Pdf pdf = print(
                Sample.empty()
                        .soldBy("W".repeat(50))
                        .billedTo(word)
                        .line(word, 10_000, 1, "27.25")
                        .invoice(),
                "Original");

        assertThat(pdf.flow().replaceAll("\\s", "")).contains(word).contains("27.25%");
        assertThat(pdf.pages()).isEqualTo(1);
    }

    @Test
    void repeatsHeadAndNumbersOnEachPage() {
        Pdf pdf = print(Sample.long100().invoice(), "Original");

        assertThat(pdf.pages()).isBetween(3, 5);
        for (int page = 1; page <= pdf.pages(); page++) {
            assertThat(pdf.page(page))
                    .contains("Page %d of %d".formatted(page, pdf.pages()), "4-2026-000018", "Original")
                    .contains("Kontor Trading Ltd.", "Bank account");
        }
        assertThat(pdf.page(2)).contains("Description", "Net amount");
        assertThat(IntStream.rangeClosed(1, 100))
                .allSatisfy(line -> assertThat(pdf.text()).contains("Product of the hundred, number " + line + " "));
    }

    @Test
    void printsAPaymentCodeOnlyWhereItLeadsToAPayment() {
        Paper due = Sample.usual().invoice();

        assertThat(print(due, "Original").scanned(1))
                .hasValue("BCD\n002\n1\nSCT\n\nKontor Trading Ltd.\nHU42117730161111101800000000\nEUR28.83\n\n\n"
                        + "4-2026-000018");
        assertThat(List.of(
                        Sample.usual().in("HUF").invoice(),
                        Sample.usual().paidTo("259476332-15689799-10020065").invoice(),
                        Sample.usual().cancellation("Returned"),
                        Sample.empty().line("Gift", 1, 0, "27").invoice()))
                .allSatisfy(
                        paper -> assertThat(print(paper, "Original").scanned(1)).isEmpty());
    }

    @Test
    void refusesMoreLinesThanAnyOrderHas() {
        Sample endless = Sample.empty();
        IntStream.rangeClosed(0, 1000).forEach(i -> endless.line("One more", 1, 1, "0"));

        assertThatThrownBy(endless::invoice).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pdf print(Paper paper, String mark) {
        return new Pdf(PAPERS.pdf(paper, mark));
    }
}
