package kontor.invoice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;

/** The file itself: what it carries, what it must not hold, how it comes about. */
class PapersFileTests {

    /** Shared, as in the service: what is warm stays warm. */
    private static final Papers PAPERS = new Papers(new ContactSettings(null, null));

    @Test
    void carriesTheElectronicInvoiceAndNothingElse() {
        Paper paper = Sample.usual().invoice();

        Pdf pdf = print(paper, "Original");

        assertThat(pdf.attached()).isEqualTo(new String(PAPERS.xml(paper, Profile.FACTUR_X), StandardCharsets.UTF_8));
        assertThat(pdf.<Integer>read(document -> document.getDocumentCatalog()
                        .getNames()
                        .getEmbeddedFiles()
                        .getNames()
                        .size()))
                .isEqualTo(1);
    }

    /** Nothing in the file acts, and nothing leads out of it. */
    @Test
    void holdsNoAction() {
        Pdf pdf = print(
                Sample.usual()
                        .line("<a href=\"http://example.org\">http://example.org</a>", 1, 1, "27")
                        .invoice(),
                "Original");

        Set<String> names = pdf.read(
                document -> PdfTree.names(document).map(COSName::getName).collect(Collectors.toSet()));

        assertThat(names)
                .contains("Type", "Catalog", "EmbeddedFile")
                .doesNotContain("OpenAction", "AA", "Action", "JavaScript", "JS", "Launch", "URI", "GoTo", "GoToR")
                .doesNotContain("SubmitForm", "Annots", "AcroForm", "XFA", "RichMedia", "Dests", "Outlines");
    }

    @Test
    void givesTheSameBytesWheneverAndInWhicheverOrderItPrints() throws Exception {
        List<Paper> papers = List.of(
                Sample.usual().invoice(),
                Sample.usual().cancellation("Returned"),
                Sample.long100().invoice());
        List<byte[]> first =
                papers.stream().map(paper -> PAPERS.pdf(paper, "Original")).toList();
        Papers others = new Papers(new ContactSettings("+36 1 5550100", "invoices@kontor.example"));
        Callable<List<byte[]>> again = () ->
                papers.stream().map(paper -> others.pdf(paper, "Original")).toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<byte[]>>> all = threads.invokeAll(Collections.nCopies(4, again));

            for (Future<List<byte[]>> one : all) {
                assertThat(one.get()).usingElementComparator(Arrays::compare).isEqualTo(first);
            }
        }
        assertThat(PAPERS.pdf(papers.getFirst(), "Copy 1")).isNotEqualTo(first.getFirst());
    }

    private static Pdf print(Paper paper, String mark) {
        return new Pdf(PAPERS.pdf(paper, mark));
    }
}
