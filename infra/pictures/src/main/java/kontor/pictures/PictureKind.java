package kontor.pictures;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kinds of pictures that are taken, told apart by their first bytes and by nothing else. The JDK reads more kinds
 * by itself; they are not offered.
 */
enum PictureKind {
    PNG("png", "png", "89504e470d0a1a0a"),
    JPEG("jpeg", "jpeg", "ffd8ff"),
    /** Only its first picture counts, which then is a PNG. */
    GIF("gif", "png", "47494638(37|39)61");

    private static final int LOOKED_AT = 8;

    private final String reader;
    private final String writer;
    private final String beginning;

    PictureKind(String reader, String writer, String beginning) {
        this.reader = reader;
        this.writer = writer;
        this.beginning = beginning;
    }

    static Optional<PictureKind> of(byte[] file) {
        String start = HexFormat.of().formatHex(file, 0, Math.min(LOOKED_AT, file.length));
        return Stream.of(values())
                .filter(kind -> Pattern.compile(kind.beginning).matcher(start).lookingAt())
                .findFirst();
    }

    /** Format name of the reader, and of the writer below, in the JDK's registry. */
    String reader() {
        return reader;
    }

    String writer() {
        return writer;
    }

    String mediaType() {
        return "image/" + writer;
    }

    String extension() {
        return writer.equals("jpeg") ? "jpg" : writer;
    }
}
