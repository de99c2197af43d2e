package kontor.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTests {

    @TempDir
    private Path temporary;

    private Path tree = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void grow() throws IOException {
        tree = temporary.resolve("tree");
        target = temporary.resolve("copies/of it");
        Files.createDirectories(tree.resolve("b/empty"));
        Files.writeString(tree.resolve("b/c"), "c");
        Files.writeString(tree.resolve("a"), "a");
    }

    @Test
    void areCopiedWhole() throws IOException {
        Trees.copy(tree, target);

        assertThat(Trees.files(target)).containsExactly(Path.of("a"), Path.of("b/c"));
        assertThat(target.resolve("b/empty")).isEmptyDirectory();
        assertThat(target.resolve("b/c")).hasContent("c");
    }

    @Test
    void areCopiedThroughALink() throws IOException {
        Trees.copy(Files.createSymbolicLink(temporary.resolve("link"), tree), target);

        assertThat(target.resolve("a")).hasContent("a");
    }

    @Test
    void areNeverCopiedOverWhatIsThere() throws IOException {
        Trees.copy(tree, target);

        assertThatThrownBy(() -> Trees.copy(tree, target)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void passOverWhatIsGone() throws IOException {
        Trees.copy(temporary.resolve("nowhere"), target);
        Trees.copyFile(tree.resolve("gone"), target.resolve("gone"));

        assertThat(target).doesNotExist();
    }
}
