package kontor.catalog.upload;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests. */
final class Drawing {

    private static final int IHDR_WIDTH = 16;

    private Drawing() {}

    static byte[] png(int width, int height) {
        return drawn("png", width, height);
    }

    static byte[] drawn(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A small file whose header promises a huge picture. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] file = png(1, 1);
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(IHDR_WIDTH, width).putInt(IHDR_WIDTH + 4, height);
        CRC32 crc = new CRC32();
        crc.update(file, IHDR_WIDTH - 4, 17);
        header.putInt(IHDR_WIDTH + 13, (int) crc.getValue());
        return file;
    }

    static byte[] joined(byte[] picture, String appended) {
        byte[] tail = appended.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(picture.length + tail.length)
                .put(picture)
                .put(tail)
                .array();
    }

    static byte[] cut(byte[] picture) {
        return Arrays.copyOf(picture, picture.length / 2);
    }
}
