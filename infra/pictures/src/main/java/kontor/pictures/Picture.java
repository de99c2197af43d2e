package kontor.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture made by us: pixels only, without anything else that came with them. */
public final class Picture {

    private final byte[] bytes;
    private final PictureKind kind;
    private final int width;
    private final int height;

    Picture(byte[] bytes, PictureKind kind, int width, int height) {
        this.bytes = bytes;
        this.kind = kind;
        this.width = width;
        this.height = height;
    }

    public byte[] bytes() {
        return bytes;
    }

    public String mediaType() {
        return kind.mediaType();
    }

    public String extension() {
        return kind.extension();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
