package kontor.local.service;

import java.util.List;

/**
 * How large a heap may become and how it begins, in megabytes.
 *
 * @param young where objects begin; all of it is soon in use, however little lives
 * @param first what is not young of it costs no memory before it is used
 */
public record Heap(int young, int first, int most) {

    /** Begins small; from a sixty-fourth of the machine's memory, all of it was used before the first collection. */
    static Heap of(int most) {
        return new Heap(16, 48, most);
    }

    Heap from(int young, int first) {
        return new Heap(young, first, most);
    }

    List<String> options() {
        return List.of("-Xmx%dm".formatted(most), "-Xms%dm".formatted(first), "-XX:NewSize=%dm".formatted(young));
    }
}
