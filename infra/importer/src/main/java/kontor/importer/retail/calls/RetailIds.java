package kontor.importer.retail.calls;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import kontor.importer.retail.source.Sheet;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;

/** Under which ids the shop knows what the files know under their own. */
public final class RetailIds {

    private final Map<Sheet, Map<Long, Long>> ids = new EnumMap<>(Sheet.class);

    void put(Sheet sheet, long old, long here) {
        ids.computeIfAbsent(sheet, key -> new HashMap<>()).put(old, here);
    }

    @Nullable
    Long find(Sheet sheet, long old) {
        return ids.getOrDefault(sheet, Map.of()).get(old);
    }

    long get(Sheet sheet, long old) {
        @Nullable Long id = find(sheet, old);
        if (id == null) {
            throw new Trouble(
                    "The shop did not say under which id it keeps ID %d of %s.".formatted(old, sheet.title()));
        }
        return id;
    }
}
