package kontor.importer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.imageio.ImageIO;
import kontor.importer.community.CommunityFile;
import kontor.importer.community.SmallCommunity;
import kontor.importer.reading.CommunityReader;
import kontor.importer.reading.Refused;
import kontor.importer.source.Community;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class PicturesTests {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = SmallCommunity.write(folder.resolve("shop.db"));
    }

    @Test
    void findsThePicturesThatAreShown() throws IOException {
        Files.write(folder.resolve("ben.png"), png(4, 4));

        assertThat(Pictures.in(folder, community()).files()).containsOnlyKeys(1L);
    }

    @Test
    void refusesWhatIsMissingNotSquareOrNoPicture() throws IOException {
        assertFault("the picture ben.png is not in the folder");
        Files.write(folder.resolve("ben.png"), png(4, 5));
        assertFault("the picture ben.png is not square but 4 x 5");
        Files.writeString(folder.resolve("ben.png"), "<svg/>");
        assertFault("the picture ben.png is no PNG, JPEG or GIF");
        Files.write(folder.resolve("ben.png"), java.util.Arrays.copyOf(png(4, 4), 12));
        assertFault("the picture ben.png is broken");
        Files.write(folder.resolve("ben.png"), new byte[(5 << 20) + 1]);
        assertFault("the picture ben.png has more than 5 MiB");
    }

    @Test
    void neverLeavesTheFolder() throws IOException {
        Files.write(folder.resolve("secret.png"), png(4, 4));
        Path inner = Files.createDirectory(folder.resolve("uploads"));
        try (CommunityFile changed = CommunityFile.open(file)) {
            changed.execute("update uploads set filename = '../secret.png' where id = 1");
        }
        assertThatThrownBy(() -> Pictures.in(inner, community()))
                .isInstanceOf(Refused.class)
                .hasMessage("uploads row 1: the picture ../secret.png is no name of a file.");
    }

    private void assertFault(String what) {
        assertThatThrownBy(() -> Pictures.in(folder, community()))
                .isInstanceOf(Refused.class)
                .hasMessage("uploads row 1: %s.".formatted(what));
    }

    private Community community() {
        return CommunityReader.read(file, Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** A picture of that size. */
    public static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
