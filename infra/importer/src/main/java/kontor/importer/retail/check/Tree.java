package kontor.importer.retail.check;

import java.util.Map;
import java.util.Objects;
import kontor.importer.reading.Findings;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Wares;
import org.jspecify.annotations.Nullable;

/** The category tree: no circle, at most ten levels (C-6). */
final class Tree {

    private static final int LEVELS_MAX = 10;

    private Tree() {}

    static void check(Wares wares, Findings findings) {
        Map<Long, Wares.Category> categories = Retail.byId(wares.categories());
        for (Wares.Category category : wares.categories()) {
            int level = 1;
            @Nullable Long parent = category.parentId();
            while (parent != null && level <= LEVELS_MAX && parent != category.id()) {
                level++;
                parent = Objects.requireNonNull(categories.get(parent)).parentId();
            }
            String place = Sheet.CATEGORIES.line(category.line());
            if (parent != null && parent == category.id()) {
                findings.add(place, "the category lies below itself");
            } else if (level > LEVELS_MAX) {
                findings.add(place, "the category lies deeper than %d levels".formatted(LEVELS_MAX));
            }
        }
    }
}
