package kontor.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kontor.importer.shop.FakeShop;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A larger folder in the same layout, where it stands beside the checkout. */
class SharedRetailTests {

    private static final Path SHARED = Path.of("..", "..", "..", "shared", "data", "retail");

    @Test
    void comesToTheTotalsThatItsInvoicesHave() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED), "There is no shared folder beside the checkout.");
        List<String> said = new ArrayList<>();

        try (FakeShop shop = new FakeShop()) {
            assertThat(new ImportRun(shop, said).ofRetail(SHARED))
                    .as(String.join("\n", said))
                    .isTrue();
        }

        assertThat(said)
                .contains(
                        "  Category.csv                          20        20         0         0",
                        "  Product.csv                           10        10         0         0",
                        "  Order.csv                              4         4         0         0",
                        "  OrderItem.csv                         13        13         0         0",
                        "  Invoice.csv                            2         2         0         0",
                        "  equal: invoice 1: net 27256.00, gross 34615.12",
                        "  equal: invoice 2: net 26151.00, gross 33211.77");
    }
}
