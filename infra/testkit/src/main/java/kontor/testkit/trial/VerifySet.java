package kontor.testkit.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kontor.testkit.TestDatabase;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The queries of the service under test that find what breaks an invariant, each by the name of its file. */
public final class VerifySet {

    private static final Pattern LIMIT = Pattern.compile("\\blimit [0-9]+\\s*$");

    private final TestDatabase database;
    private final SortedMap<String, String> queries;

    public VerifySet(TestDatabase database) {
        this(database, read("verify"));
    }

    private VerifySet(TestDatabase database, SortedMap<String, String> queries) {
        this.database = database;
        this.queries = queries;
    }

    /** The queries of the service's sagas, in the same way: what breaks is that any of them is overdue. */
    public static VerifySet ofSagas(TestDatabase database) {
        SortedMap<String, String> queries = read("sagas");
        queries.replaceAll((name, sql) -> "select * from (\n" + sql + ") as saga where overdue > 0");
        return new VerifySet(database, queries);
    }

    private static SortedMap<String, String> read(String folder) {
        // Without a star the first folder on the class path is meant, which is the service's own, not the platform's.
        String files = "classpath:" + folder + "/*.sql";
        SortedMap<String, String> queries = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
                queries.put(
                        Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (queries.isEmpty()) {
            throw new AssertionError("Nothing is " + files);
        }
        return queries;
    }

    /** What they find, each with the name of its query: nothing, if all is well. */
    public List<String> offenders() {
        return names().stream().flatMap(name -> offenders(name).stream()).toList();
    }

    /** What the one finds whose name begins so. */
    public List<String> offenders(String beginning) {
        String name = name(beginning);
        return database.asOwner().sql(sql(name)).query().listOfRows().stream()
                .map(row -> name + ": " + row)
                .toList();
    }

    List<String> names() {
        return List.copyOf(queries.keySet());
    }

    /** Fails unless one name begins so. */
    String name(String beginning) {
        List<String> names =
                names().stream().filter(name -> name.startsWith(beginning)).toList();
        if (names.size() != 1) {
            throw new AssertionError("%s is the beginning of %s".formatted(beginning, names));
        }
        return names.getFirst();
    }

    String sql(String name) {
        return Objects.requireNonNull(queries.get(name));
    }

    /** Without the limit for those who read it: what other tests left would hide what is looked for. */
    String whole(String name) {
        return LIMIT.matcher(sql(name)).replaceFirst("");
    }

    TestDatabase database() {
        return database;
    }
}
