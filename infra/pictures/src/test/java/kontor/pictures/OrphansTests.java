package kontor.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kontor.testkit.picture.Drawing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTests {

    private final Set<String> rows = new HashSet<>();
    private final PictureFiles files;
    private final Orphans orphans;
    private final Darkroom darkroom = new Darkroom(64);

    OrphansTests(@TempDir Path directory) {
        files = new PictureFiles(directory);
        orphans = new Orphans(files, this::withoutRow);
    }

    private List<String> withoutRow(List<String> names) {
        return names.stream().filter(name -> !rows.contains(name)).toList();
    }

    @BeforeEach
    void somethingIsKept() {
        rows.add(kept());
    }

    @Test
    void aFileGoesWhenTwoPassesFoundItWithoutRow() {
        String orphan = kept();

        orphans.sweep();
        assertThat(files.find(orphan)).isPresent();

        orphans.sweep();
        assertThat(files.find(orphan)).isEmpty();
        assertThat(rows).allSatisfy(name -> assertThat(files.find(name)).isPresent());
    }

    @Test
    void aFileThatIsJustBeingEnteredStays() {
        String entered = kept();
        orphans.sweep();
        rows.add(entered);

        orphans.sweep();
        orphans.sweep();

        assertThat(files.find(entered)).isPresent();
    }

    @Test
    void aRowThatGoesMakesItsFileASuspectAnew() {
        String left = kept();
        rows.add(left);
        orphans.sweep();
        rows.remove(left);

        orphans.sweep();
        assertThat(files.find(left)).isPresent();

        orphans.sweep();
        assertThat(files.find(left)).isEmpty();
    }

    private String kept() {
        return files.keep(darkroom.develop(Drawing.png(8, 8), false));
    }
}
