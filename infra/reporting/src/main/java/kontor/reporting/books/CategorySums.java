package kontor.reporting.books;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.newest.Categories;
import kontor.reporting.newest.Product;
import kontor.reporting.newest.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turnover at the shelf per category of today: of its own products, and with those of all below it. */
@Component
final class CategorySums implements Report {

    private static final String NONE = "none";

    private final Categories categories;

    CategorySums(Categories categories) {
        this.categories = categories;
    }

    /** Of a category. */
    private record Both(ProductSums.Sums own, ProductSums.Sums withBelow) {

        static final Both NOTHING = new Both(ProductSums.Sums.NONE, ProductSums.Sums.NONE);

        Both plus(ProductSums.Sums sums, boolean isOwn) {
            return new Both(isOwn ? own.plus(sums) : own, withBelow.plus(sums));
        }
    }

    @Override
    public String name() {
        return "shelf-turnover-by-category";
    }

    @Override
    public List<Row> rows(Reading reading, Question question) {
        Map<String, Product> products = reading.newest(States.PRODUCTS);
        Map<String, Both> sums = new TreeMap<>();
        ProductSums.of(reading, question).forEach((id, sum) -> {
            @Nullable Product product = products.get(Long.toString(id));
            @Nullable Long own = product == null ? null : product.categoryId();
            for (String category : above(product, own)) {
                boolean isOwn = category.equals(own == null ? NONE : own.toString());
                sums.put(category, sums.getOrDefault(category, Both.NOTHING).plus(sum, isOwn));
            }
        });
        Map<String, Categories.Category> names = reading.states(categories);
        return sums.entrySet().stream()
                .map(entry -> row(entry.getKey(), names.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The product's category and all that it lies in. */
    private static Set<String> above(@Nullable Product product, @Nullable Long own) {
        if (product == null || own == null) {
            return Set.of(NONE);
        }
        Set<String> all = new LinkedHashSet<>();
        product.categoryPath().forEach(category -> all.add(category.toString()));
        all.add(own.toString());
        return all;
    }

    private static Row row(String id, Categories.@Nullable Category category, Both sums) {
        return Row.of()
                .with("categoryId", id)
                .with("name", category == null ? id : category.name())
                .with("pieces", sums.own().bought())
                .with("netMinor", sums.own().net())
                .with("piecesWithBelow", sums.withBelow().bought())
                .with("netMinorWithBelow", sums.withBelow().net());
    }
}
