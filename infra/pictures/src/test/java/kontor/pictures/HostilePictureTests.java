package kontor.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kontor.platform.Rejection;
import kontor.testkit.picture.Drawing;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that were made to do harm; each found failure is added here. */
class HostilePictureTests {

    private static final String SECRET = "GPS 47.4979N 19.0402E <?php system($_GET[0]) ?>";
    private static final Duration JUDGED_WITHIN = Duration.ofMillis(100);

    private final Darkroom darkroom = new Darkroom(256);

    @ParameterizedTest
    @MethodSource("withSecrets")
    void losesMetadataAndWhatIsAppended(byte[] file) {
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(SECRET);

        Picture picture = darkroom.develop(file, true);

        assertThat(new String(picture.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "php");
    }

    static Stream<byte[]> withSecrets() {
        return Stream.of(
                Drawing.pngWithChunk("tEXt", "Comment\0" + SECRET),
                Drawing.pngWithChunk("eXIf", "MM\0*" + SECRET),
                Drawing.pngWithChunk("evIl", SECRET),
                Drawing.jpegWithSegment(0xe1, "Exif\0\0" + SECRET),
                Drawing.jpegWithSegment(0xfe, SECRET),
                Drawing.jpegWithSegment(0xed, SECRET),
                Drawing.joined(Drawing.png(20, 20), SECRET),
                Drawing.joined(Drawing.drawn("jpg", 20, 20), SECRET),
                Drawing.joined(Drawing.drawn("gif", 20, 20), SECRET));
    }

    @Test
    void keepsTheFirstPictureOfAnAnimation() throws IOException {
        Picture picture = darkroom.develop(Drawing.animation(30, 30, 3), true);

        BufferedImage still = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(still.getWidth()).isEqualTo(30);
        assertThat(still.getRGB(15, 15) & 0xffffff).isEqualTo(Drawing.FIRST_FRAME);
    }

    @ParameterizedTest
    @MethodSource("disguised")
    void looksAtTheContentAlone(byte[] file) {
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> darkroom.develop(file, false));
    }

    /** Another kind behind the first bytes of a picture. */
    static Stream<byte[]> disguised() {
        return Stream.of("89504e470d0a1a0a", "ffd8ff", "474946383961")
                .flatMap(start -> Stream.of("<svg onload='alert(1)'/>", "%PDF-1.7", "PK\u0003\u0004", "MZ\u0090")
                        .map(body -> {
                            byte[] head = HexFormat.of().parseHex(start);
                            return Drawing.joined(head, body.repeat(50));
                        }));
    }

    @ParameterizedTest
    @MethodSource("huge")
    @Timeout(5)
    void judgesSizesFromTheHeader(byte[] file) {
        Duration fastest = IntStream.range(0, 5)
                .mapToObj(n -> {
                    long begun = System.nanoTime();
                    assertThatExceptionOfType(BadImage.class).isThrownBy(() -> darkroom.develop(file, false));
                    return Duration.ofNanos(System.nanoTime() - begun);
                })
                .min(Duration::compareTo)
                .orElseThrow();

        assertThat(fastest).isLessThan(JUDGED_WITHIN);
    }

    static Stream<byte[]> huge() {
        return Stream.of(
                Drawing.pngThatClaims(50_000, 50_000),
                Drawing.pngThatClaims(Integer.MAX_VALUE, 1),
                Drawing.pngThatClaims(-1, -1),
                Drawing.jpegThatClaims(65_500, 65_500),
                Drawing.gifThatClaims(65_535, 65_535));
    }

    /** Mutated and cut pictures are refused or developed; nothing else ever comes out. The number replays a failure. */
    @TestFactory
    Stream<DynamicTest> survivesWhateverIsBent() {
        return Stream.of("png", "jpg", "gif")
                .map(format -> DynamicTest.dynamicTest(format, () -> {
                    byte[] good = Drawing.drawn(format, 24, 24);
                    LongStream.range(0, 300).forEach(seed -> survives(seed, bent(good, new Random(seed))));
                }));
    }

    private void survives(long seed, byte[] file) {
        try {
            assertThat(darkroom.develop(file, false).width())
                    .as("seed %d", seed)
                    .isPositive();
        } catch (BadImage | UnsupportedPicture refused) {
            assertThat(refused.kind().status()).isBetween(400, 499);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] bent(byte[] good, Random random) {
        byte[] file = Arrays.copyOf(good, random.nextInt(5) == 0 ? random.nextInt(good.length) + 1 : good.length);
        for (int i = random.nextInt(6); i >= 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        return file;
    }
}
