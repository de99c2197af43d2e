package kontor.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the demo shop consists of; prices in minor units. */
record DemoGoods(
        List<Tag> tags, List<Rank> ranks, List<Person> members, List<Category> categories, List<Product> products) {

    record Tag(String name, boolean forSale) {}

    record Rank(String name, @Nullable Long debtLimitMinor, boolean systemUser, boolean active) {}

    /** Who is to be there; without a log-in name he is served at the kiosk, or is an account of the house. */
    record Person(
            @Nullable String login,
            @Nullable String firstName,
            String lastName,
            String rank,
            @Nullable Long depositMinor,
            @Nullable String staff,
            @Nullable Boolean customer) {}

    record Category(String name, @Nullable String parent, String colour) {}

    /** A product and how many pieces are there; without a number it is not counted, without VAT it has none. */
    record Product(
            String name,
            long priceMinor,
            String category,
            List<String> tags,
            String barcode,
            @Nullable Integer stock,
            @Nullable BigDecimal vatPercentage) {}

    static DemoGoods read() {
        return read("/demo/demo.json", DemoGoods.class);
    }

    static <T> T read(String path, Class<T> type) {
        try (InputStream file = Objects.requireNonNull(DemoGoods.class.getResourceAsStream(path), path)) {
            return JsonMapper.shared().readValue(file, type);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
