package kontor.local.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Dead letters in lines: those that nobody has replayed, by what they have in common or one by one. */
record LetterList(DeadLetters.Overview overview) {

    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::topic).thenComparing(Kind::consumer).thenComparing(Kind::cause);

    /** What is mended together. */
    private record Kind(String topic, String consumer, String cause) {

        static Kind of(DeadLetter letter) {
            return new Kind(letter.place().topic(), letter.consumer(), letter.kindOfCause());
        }
    }

    /** A block for each topic, consumer and cause. */
    List<String> summary() {
        Map<Kind, List<DeadLetter>> kinds = overview.open().stream()
                .collect(Collectors.groupingBy(Kind::of, () -> new TreeMap<>(ORDER), Collectors.toList()));
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, letters) -> {
            Instant oldest = letters.stream()
                    .map(DeadLetter::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            lines.add("%s  %d open, the oldest of %s".formatted(kind.topic(), letters.size(), oldest));
            lines.add("    consumer  " + kind.consumer());
            lines.add("    cause     " + kind.cause());
        });
        lines.add(total());
        return lines;
    }

    /** A block for each letter, in the order of their topic. */
    List<String> each() {
        List<String> lines = new ArrayList<>();
        for (DeadLetter letter : overview.open()) {
            lines.add("%s  of %s".formatted(letter.place(), letter.at()));
            lines.add("    event     %s, key %s".formatted(letter.type(), letter.key()));
            lines.add("    consumer  " + letter.consumer());
            lines.add("    cause     " + letter.cause());
        }
        lines.add(total());
        return lines;
    }

    private String total() {
        int open = overview.open().size();
        int replayed = overview.all().size() - open;
        return "%s, %d replayed."
                .formatted(open == 1 ? "1 dead letter is open" : open + " dead letters are open", replayed);
    }
}
