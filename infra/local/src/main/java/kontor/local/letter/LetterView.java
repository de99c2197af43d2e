package kontor.local.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One dead letter in lines: where from, why, its envelope, and its body without what may be personal. */
final class LetterView {

    private LetterView() {}

    static List<String> of(DeadLetter letter, Optional<Instant> replayed) {
        List<String> lines = new ArrayList<>(List.of(
                line("place", letter.place().toString()),
                line("since", letter.at().toString()),
                line("record", letter.origin()),
                line("consumer", letter.consumer()),
                line("cause", letter.cause()),
                line("replayed", replayed.map(Instant::toString).orElse("no")),
                line("key", String.valueOf(letter.key()))));
        letter.headers().forEach(header -> {
            if (isOfEvent(header.key())) {
                lines.add(line(header.key(), DeadLetter.text(header)));
            }
        });
        lines.add(line("body", Masked.of(letter.body())));
        return lines;
    }

    private static boolean isOfEvent(String header) {
        return header.startsWith("ce_") || header.equals("content-type") || header.equals("traceparent");
    }

    private static String line(String name, String value) {
        return "%-16s  %s".formatted(name, value);
    }
}
