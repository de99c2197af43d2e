package kontor.invoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import kontor.testkit.TestDatabase;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The queries that find what breaks an invariant of the invoices. */
public final class VerifyQueries {

    private VerifyQueries() {}

    /** One of them, by the name of its file. */
    public record Query(String name, String sql) {}

    public static List<Query> all() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:verify/*.sql"))
                    .map(VerifyQueries::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What they find: nothing, if all is well. */
    public static List<String> offenders(TestDatabase database) {
        return all().stream()
                .flatMap(query -> database.asOwner().sql(query.sql()).query().listOfRows().stream()
                        .map(row -> query.name() + ": " + row))
                .toList();
    }

    private static Query read(Resource resource) {
        try {
            return new Query(
                    String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
