package kontor.observing.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A state in which a saga of the service waits for others, so that it may be parked there. A file {@code
 * sagas/<name>-<state>.sql} each.
 *
 * @param sql one row: how many are {@code waiting}, how many of them are {@code overdue}, and the {@code
 *     oldest_seconds}
 */
record Saga(String name, String state, String sql) {

    static List<Saga> all() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:sagas/*.sql"))
                    .map(Saga::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Saga of(Resource file) {
        String name = Objects.requireNonNull(file.getFilename()).replace(".sql", "");
        int dash = name.lastIndexOf('-');
        try {
            return new Saga(
                    name.substring(0, dash),
                    name.substring(dash + 1).toUpperCase(Locale.ROOT),
                    file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
