package kontor.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import kontor.ledger.Catalog;
import kontor.ledger.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class SheetIT {

    private final Members members;
    private final RestTestClient http;
    private final Shop shop;
    private final Catalog catalog;

    SheetIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.members = members;
        this.http = http;
        shop = new Shop(database, writer, http);
        catalog = new Catalog(database, writer);
    }

    @Test
    void showsTheStockThatTheCatalogTold() throws IOException {
        Shop.Product tea = shop.product(100, "0");
        Shop.Product cup = shop.product(100, "0");
        Shop.Product gone = shop.tell(shop.product(100, "0").inactive());
        catalog.base(tea, 40);
        catalog.move(tea, "SHELF", -3, Instant.EPOCH, 37);

        String text = sheet(members.admin().bearer());

        assertThat(text)
                .contains("Product %d 37".formatted(tea.id()), "Product %d 0".formatted(cup.id()))
                .doesNotContain("Product " + gone.id());
        assertThat(sheet(Shop.kiosk())).contains("Product %d 37".formatted(tea.id()));
    }

    private String sheet(String bearer) throws IOException {
        byte[] body = Objects.requireNonNull(http.get()
                .uri("/api/v1/stocktakings/template")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        try (PDDocument sheet = Loader.loadPDF(body)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(sheet);
        }
    }
}
