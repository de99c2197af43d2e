package kontor.importer.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A community as its file holds it.
 *
 * @param read rows of each table
 * @param notes what is left aside, one sentence each
 */
public record Community(People people, Goods goods, Shelf shelf, Map<Table, Integer> read, List<String> notes) {

    public Community {
        read = new EnumMap<>(read);
        notes = List.copyOf(notes);
    }

    public int read(Table table) {
        return read.getOrDefault(table, 0);
    }
}
