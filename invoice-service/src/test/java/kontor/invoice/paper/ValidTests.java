package kontor.invoice.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Judged by others, offline: veraPDF for PDF/A-3, the schematrons of EN 16931, Factur-X and XRechnung (V-17). */
class ValidTests {

    private static final Papers PAPERS = new Papers(new ContactSettings("+36 1 5550100", "invoices@kontor.example"));

    static Stream<Arguments> papers() {
        return Stream.of(
                arguments("usual", Sample.usual().invoice()),
                arguments("cancellation", Sample.usual().cancellation("Returned & <refused>")),
                arguments("0 % only", Sample.empty().line("Book", 3, 1250, "0").invoice()),
                arguments("many rates", manyRates().invoice()),
                arguments("many rates cancelled", manyRates().cancellation("All of it")),
                arguments("HUF", Sample.usual().in("HUF").invoice()),
                arguments(
                        "account that is no IBAN",
                        Sample.usual()
                                .paidTo("259476332-15689799-10020065")
                                .paidBy("Cash", "1")
                                .invoice()),
                arguments("cash", Sample.usual().paidBy("Cash", "10").invoice()),
                arguments(
                        "numbers that are none for VAT",
                        Sample.usual().taxedAs("15684995-2-32", "8071234567").invoice()),
                arguments(
                        "private customer",
                        Sample.usual().taxedAs("HU12345678", null).invoice()),
                arguments("awkward names", awkward().invoice()),
                arguments("awkward names cancelled", awkward().cancellation("茶 \ud83c\udf75 ]]> \" '")),
                arguments("a hundred lines", Sample.long100().invoice()),
                arguments(
                        "nothing to pay",
                        Sample.empty()
                                .line("Gift", 2, 0, "27")
                                .line("Other gift", 1, 0, "0")
                                .invoice()),
                arguments(
                        "most there is",
                        Sample.empty()
                                .line("Everything", 1, 9_999_999_998L, "0")
                                .line("Rest", 1, 1, "27")
                                .invoice()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void printsAValidHybridDocument(String name, Paper paper) {
        assertThat(report(PAPERS.pdf(paper, "Original"), "invoice.pdf"))
                .contains("<summary status=\"valid\"/>")
                .doesNotContain("<error", "<exception", "status=\"invalid\"")
                .contains("flavour=3a", "isCompliant=true");
    }

    /** By the national rules too. Without a number for VAT a buyer has no electronic address, which they ask for. */
    @ParameterizedTest(name = "{0}")
    @FieldSource("XRECHNUNG")
    void writesAValidXRechnung(String name, Paper paper) {
        assertThat(report(PAPERS.xml(paper, Profile.XRECHNUNG), "xrechnung.xml"))
                .contains("<summary status=\"valid\"/>")
                .doesNotContain("<error", "<exception");
    }

    static final List<Arguments> XRECHNUNG = List.of(
            arguments("usual", Sample.usual().invoice()),
            arguments("cancellation", Sample.usual().cancellation("Returned & <refused>")),
            arguments("many rates", manyRates().invoice()),
            arguments("cash", Sample.usual().paidBy("Cash", "10").invoice()));

    private static Sample manyRates() {
        return Sample.empty()
                .line("Standard", 7, 333, "27")
                .line("Reduced", 3, 1999, "18")
                .line("More reduced", 11, 45, "5")
                .line("With decimals", 1, 12_345, "5.5")
                .line("With two", 2, 101, "0.25")
                .line("Zero", 10_000, 1, "0")
                .line("All of it", 1, 50, "100");
    }

    private static Sample awkward() {
        return Sample.empty()
                .soldBy("Ψωμί & Хлеб <Kft.> \"quoted\"")
                .billedTo("<script>alert('1')</script>")
                .line("<script>alert(\"1\")</script> &amp; ]]>", 1, 100, "27")
                .line("Чай, ψωμί, Ő, ﬁ", 1, 100, "27")
                .line("茶 \ud83c\udf75 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 cup", 1, 100, "27")
                .line("W".repeat(64), 1, 100, "27")
                .line("odd \ufffe\uffff\u0001 \u202Eend", 1, 100, "0");
    }

    private static String report(byte[] file, String name) {
        return new ZUGFeRDValidator().validate(file, name);
    }
}
