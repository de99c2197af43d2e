package kontor.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kontor.local.stack.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormerPicturesTests {

    @TempDir
    private Path temporary;

    private Folders folders = new Folders(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void keepPicturesBesideTwoBuilds() throws IOException {
        folders = new Folders(temporary, temporary.resolve("state"), temporary.resolve("software"));
        Files.createDirectories(folders.state());
        picture("catalog-1/uploads/a.png");
        picture("catalog-2/uploads/b.png");
        picture("ledger-1/uploads/c.png");
    }

    private void picture(String path) throws IOException {
        Path file = folders.software().resolve("services").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "picture");
    }

    @Test
    void areTakenOverByAShopFromThen() throws IOException {
        Files.createFile(folders.state().resolve("demo-loaded"));

        new FormerPictures(folders).takeOver();

        assertThat(folders.uploads().toFile().list()).containsExactlyInAnyOrder("a.png", "b.png");
        assertThat(folders.uploads().resolve("b.png")).hasContent("picture");
    }

    @Test
    void stayForOtherShops() throws IOException {
        Files.createFile(folders.state().resolve("demo-loaded"));

        new FormerPictures(folders).takeOver();

        assertThat(folders.software().resolve("services/catalog-1/uploads/a.png"))
                .exists();
    }

    @Test
    void areNoConcernOfANewShopNorOfOneThatHasItsOwn() throws IOException {
        new FormerPictures(folders).takeOver();
        assertThat(folders.uploads()).doesNotExist();

        Files.createFile(folders.state().resolve("demo-loaded"));
        Files.createDirectories(folders.uploads());
        new FormerPictures(folders).takeOver();
        assertThat(folders.uploads()).isEmptyDirectory();
    }
}
