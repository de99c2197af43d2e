package kontor.catalog.importing.foundation;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import kontor.catalog.category.CategoryCycle;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;

/** The rows of one request as branches of the tree that is here: each grows on another row or on what is here (C-6). */
final class Branches {

    private final SortedMap<Integer, CategoryRow> rows;
    private final Map<String, Integer> levelsHere;
    private final Map<String, CategoryRow> byExternalId = new HashMap<>();

    /**
     * @param rows those that are new, by their place in the request
     * @param levelsHere of the categories that are here, by external id; 1 is the top
     */
    Branches(SortedMap<Integer, CategoryRow> rows, Map<String, Integer> levelsHere) {
        this.rows = rows;
        this.levelsHere = levelsHere;
        rows.values().forEach(row -> byExternalId.put(row.externalId(), row));
    }

    /** Refuses the first row that has no possible place. */
    void require() {
        rows.forEach((no, row) -> require(row, "/categories/%d/parentExternalId".formatted(no)));
    }

    private void require(CategoryRow row, String pointer) {
        int level = 1;
        @Nullable String parent = row.parentExternalId();
        while (parent != null) {
            if (parent.equals(row.externalId())) {
                throw new RowRefused(pointer, CategoryCycle.belowItself());
            }
            @Nullable CategoryRow next = byExternalId.get(parent);
            @Nullable Integer here = levelsHere.get(parent);
            if (next == null && here == null) {
                throw new UnknownReference(pointer);
            }
            level += next == null && here != null ? here : 1;
            // A circle that does not go through this row ends here as well.
            if (level > CategoryCycle.LEVELS_MOST) {
                throw new RowRefused(pointer, CategoryCycle.tooDeep());
            }
            parent = next == null ? null : next.parentExternalId();
        }
    }
}
