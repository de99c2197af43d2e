package kontor.bench.yardstick;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Texts as long as those of real events: the examples of the contracts. */
final class Examples {

    private Examples() {}

    /** @param event such as {@code ledger/transfer-posted} */
    static String of(String event) {
        String path = "/contracts/%s.v1.example.json".formatted(event);
        try (InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream(path), path)) {
            return JsonMapper.shared().readTree(file).toString();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
