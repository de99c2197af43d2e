package kontor.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Published examples stay as they are: records like them lie in the topics for good. So a schema that no longer fits
 * one turns {@link ExampleTests} red; editing the example along with the schema turns this one red.
 */
class PublishedExamplesTests {

    private static final Path PUBLISHED = Path.of("src/test/resources/published-examples.txt");

    @Test
    void areNeverEditedOrRemoved() throws IOException {
        List<String> present =
                Contracts.examples().stream().map(PublishedExamplesTests::line).toList();

        assertThat(present)
                .as(
                        "An example in %s stays; where it is replaced it moves to history/. "
                                + "A new one is added to that file as shown here.",
                        PUBLISHED)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(PUBLISHED));
    }

    /** Content and contract, so that an example may move to {@code history/} and take another label. */
    private static String line(String example) {
        return "%s  %s".formatted(digest(Contracts.text(example)), Contracts.schemaOf(example));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
