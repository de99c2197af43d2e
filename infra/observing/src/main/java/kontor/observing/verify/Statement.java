package kontor.observing.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A query of the service's verify set: it returns what breaks an invariant.
 *
 * @param name of its file, which begins with the invariant
 */
record Statement(String name, String sql) {

    private static final int INVARIANT = "INV-00".length();

    /** The service's own and the platform's. */
    static List<Statement> all() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:verify/*.sql"))
                    .map(Statement::of)
                    .sorted(Comparator.comparing(Statement::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Statement of(Resource file) {
        try {
            return new Statement(
                    Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String invariant() {
        return name.substring(0, INVARIANT);
    }
}
