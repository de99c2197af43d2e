package kontor.testkit.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The problem codes that contracts explain. */
final class ProblemPages {

    private static final String FILE = "problems.yaml";

    private ProblemPages() {}

    static Set<String> codes() {
        return Cached.CODES;
    }

    /** Wherever in the document they stand: every entry has a field {@code code}. */
    static Set<String> codes(JsonNode document) {
        return document.findValues("code").stream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static final class Cached {

        static final Set<String> CODES = read();

        private static Set<String> read() {
            try (InputStream stream = ProblemPages.class.getClassLoader().getResourceAsStream(FILE)) {
                return stream == null ? Set.of() : codes(new YAMLMapper().readTree(stream));
            } catch (IOException failed) {
                throw new UncheckedIOException(FILE + " is not readable", failed);
            }
        }
    }
}
