package kontor.importer.reading;

import java.util.ArrayList;
import java.util.List;
import kontor.importer.source.Table;

/** Everything that was found wrong, of which the first {@value #SHOWN_MAX} are kept. */
public final class Findings {

    static final int SHOWN_MAX = 20;

    private final List<Finding> shown = new ArrayList<>();
    private int count;

    public void add(Table table, long row, String what) {
        add("%s row %d".formatted(table.title(), row), what);
    }

    public void add(String place, String what) {
        count++;
        if (shown.size() < SHOWN_MAX) {
            shown.add(new Finding(place, what));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    public List<Finding> shown() {
        return List.copyOf(shown);
    }

    /** Ends the import here if something was found. */
    public void refuse() {
        if (count > 0) {
            throw new Refused(this);
        }
    }
}
