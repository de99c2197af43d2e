package kontor.local.service;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How large a heap may become and how it begins, in megabytes.
 *
 * @param young where objects begin; all of it is soon in use, however little lives. Empty: it grows with the heap
 * @param first from a sixty-fourth of the machine's memory, all of it was used before the first collection
 */
public record Heap(OptionalInt young, int first, int most) {

    /** Of a low rate: more would only be touched. */
    static Heap small(int most) {
        return new Heap(OptionalInt.of(16), 48, most);
    }

    static Heap busy(int most) {
        return new Heap(OptionalInt.empty(), 96, most);
    }

    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-Xmx%dm".formatted(most), "-Xms%dm".formatted(first)));
        young.ifPresent(size -> options.add("-Xmn%dm".formatted(size)));
        return options;
    }
}
