package kontor.catalog.importing.foundation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BranchesTests {

    private final SortedMap<Integer, CategoryRow> rows = new TreeMap<>();

    @Test
    void growOnRowsInAnyOrderAndOnWhatIsHere() {
        add("leaf", "branch");
        add("branch", "trunk");
        add("top", null);

        assertThatCode(() -> new Branches(rows, Map.of("trunk", 8)).require()).doesNotThrowAnyException();
    }

    @Test
    void endAtTenLevels() {
        add("leaf", "branch");
        add("branch", "trunk");

        assertThatThrownBy(() -> new Branches(rows, Map.of("trunk", 9)).require())
                .hasMessageContaining("/categories/0/parentExternalId")
                .hasMessageContaining("at most 10 levels");
    }

    @Test
    void needAParentThatIsThere() {
        add("leaf", null);
        add("branch", "nowhere");

        assertThatThrownBy(() -> new Branches(rows, Map.of()).require())
                .hasMessageContaining("/categories/1/parentExternalId");
    }

    @Test
    void neverGrowOnThemselves() {
        add("own", "own");

        assertThatThrownBy(() -> new Branches(rows, Map.of()).require()).hasMessageContaining("below itself");
    }

    @Test
    void neverFormACircle() {
        add("outside", "one");
        add("one", "other");
        add("other", "one");

        assertThatThrownBy(() -> new Branches(rows, Map.of()).require())
                .hasMessageContaining("/categories/0/parentExternalId");
    }

    private void add(String externalId, @Nullable String parent) {
        rows.put(rows.size(), new CategoryRow(externalId, externalId, parent));
    }
}
