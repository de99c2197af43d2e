package kontor.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import kontor.testkit.picture.Drawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DarkroomTests {

    private static final String PAYLOAD = "<script>alert(1)</script>";

    private final Darkroom darkroom = new Darkroom(256);

    @ParameterizedTest
    @CsvSource({"png, image/png, png", "jpg, image/jpeg, jpg", "gif, image/png, png"})
    void makesEachKindAnew(String format, String mediaType, String extension) {
        Picture picture = darkroom.develop(Drawing.drawn(format, 40, 40), true);

        assertThat(picture.mediaType()).isEqualTo(mediaType);
        assertThat(picture.extension()).isEqualTo(extension);
        assertThat(picture.width()).isEqualTo(40);
        assertThat(PictureKind.of(picture.bytes())).isPresent();
    }

    @Test
    void leavesBehindWhatWasAppended() {
        Picture picture = darkroom.develop(Drawing.joined(Drawing.png(20, 20), PAYLOAD), true);

        assertThat(new String(picture.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void reducesWhatIsLargerThanAnyPageNeeds() {
        Picture picture = darkroom.develop(Drawing.png(1000, 600), false);

        assertThat(picture.width()).isEqualTo(250);
        assertThat(picture.height()).isEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("otherKinds")
    void refusesOtherKindsByTheirContent(byte[] file) {
        assertThatExceptionOfType(UnsupportedPicture.class).isThrownBy(() -> darkroom.develop(file, false));
    }

    static Stream<byte[]> otherKinds() {
        return Stream.of(
                new byte[0],
                bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                bytes("GIF88a"),
                bytes("%PDF-1.7"),
                bytes("PK\u0003\u0004"),
                Drawing.drawn("bmp", 10, 10),
                Drawing.drawn("tiff", 10, 10),
                bytes("RIFF....WEBPVP8 "),
                bytes("#!/bin/sh"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    @Timeout(5)
    void refusesWhatIsBrokenOrHuge(byte[] file) {
        assertThatExceptionOfType(BadImage.class).isThrownBy(() -> darkroom.develop(file, false));
    }

    static Stream<byte[]> broken() {
        byte[] gif = Drawing.drawn("gif", 30, 30);
        return Stream.of(
                Drawing.cut(Drawing.png(60, 60)),
                bytes("GIF89a"),
                Arrays.copyOf(gif, 12),
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3},
                Arrays.copyOf(Drawing.png(10, 10), 8),
                Drawing.pngThatClaims(100_000, 100_000),
                Drawing.pngThatClaims(5_001, 5_000),
                Drawing.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE),
                Drawing.pngThatClaims(0, 0),
                Drawing.joined(bytes("GIF89a"), PAYLOAD));
    }

    @Test
    void wantsPicturesOfProductsAndMembersSquare() {
        byte[] wide = Drawing.png(40, 41);

        assertThatExceptionOfType(BadImage.class).isThrownBy(() -> darkroom.develop(wide, true));
        assertThat(darkroom.develop(wide, false).height()).isEqualTo(41);
    }

    @Test
    void refusesMoreThanFiveMebibytesUnseen() {
        byte[] file = new byte[5 * 1024 * 1024 + 1];

        assertThatExceptionOfType(PictureTooLarge.class).isThrownBy(() -> darkroom.develop(file, false));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
