package kontor.example.turnover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that the consumer knows, in one file that is replaced as a whole: what it has computed and how far it has read
 * never disagree, whenever it dies. A database would hold the same in one transaction.
 *
 * @param offsets the next record of each partition
 * @param ids of the events that came last, dropped when they come again
 * @param versions how far each stream is; kept for good, so that a replay of everything changes nothing
 * @param waiting events that came before their turn
 * @param unreadable places of records that are no events; looked at by somebody, while the others go on
 */
record Memory(
        SortedMap<String, Long> offsets,
        SequencedSet<String> ids,
        SortedMap<String, Long> versions,
        SortedMap<String, SortedMap<Long, Event>> waiting,
        SortedSet<String> unreadable,
        SortedMap<Long, Sales> sales,
        SortedMap<Long, String> names) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a product sold. */
    record Sales(long pieces, long totalMinor) {

        static final Sales NONE = new Sales(0, 0);

        Sales plus(long morePieces, long moreMinor) {
            return new Sales(pieces + morePieces, totalMinor + moreMinor);
        }
    }

    static Memory empty() {
        return new Memory(
                new TreeMap<>(),
                new LinkedHashSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    static Memory read(Path file) {
        return Files.exists(file) ? JSON.readValue(file, Memory.class) : empty();
    }

    void write(Path file) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(this));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
