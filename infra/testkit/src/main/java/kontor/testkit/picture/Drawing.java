package kontor.testkit.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures for tests. */
public final class Drawing {

    public static final int FIRST_FRAME = 0xff0000;

    private static final int IHDR_WIDTH = 16;

    private Drawing() {}

    public static byte[] png(int width, int height) {
        return drawn("png", width, height);
    }

    public static byte[] drawn(String format, int width, int height) {
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
    public static byte[] pngThatClaims(int width, int height) {
        byte[] file = png(1, 1);
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(IHDR_WIDTH, width).putInt(IHDR_WIDTH + 4, height);
        CRC32 crc = new CRC32();
        crc.update(file, IHDR_WIDTH - 4, 17);
        header.putInt(IHDR_WIDTH + 13, (int) crc.getValue());
        return file;
    }

    public static byte[] joined(byte[] picture, String appended) {
        byte[] tail = appended.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(picture.length + tail.length)
                .put(picture)
                .put(tail)
                .array();
    }

    public static byte[] cut(byte[] picture) {
        return Arrays.copyOf(picture, picture.length / 2);
    }

    /** A picture with a chunk of this kind behind its header. */
    public static byte[] pngWithChunk(String kind, String content) {
        byte[] file = png(20, 20);
        byte[] body = (kind + content).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(body);
        ByteBuffer chunk = ByteBuffer.allocate(body.length + 8)
                .putInt(body.length - kind.length())
                .put(body)
                .putInt((int) crc.getValue());
        return inserted(file, IHDR_WIDTH + 17, chunk.array());
    }

    /** A picture with a segment of this marker at its beginning. */
    public static byte[] jpegWithSegment(int marker, String content) {
        byte[] body = content.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(body.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body);
        return inserted(drawn("jpg", 20, 20), 2, segment.array());
    }

    public static byte[] jpegThatClaims(int width, int height) {
        byte[] file = drawn("jpg", 8, 8);
        for (int i = 2; i < file.length - 9; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return file;
            }
        }
        throw new IllegalStateException("no frame header");
    }

    public static byte[] gifThatClaims(int width, int height) {
        byte[] file = drawn("gif", 8, 8);
        int colours = 3 << ((file[10] & 7) + 1);
        int descriptor = 13 + colours;
        while (file[descriptor] != 0x2c) {
            descriptor++;
        }
        return ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(descriptor + 5, (short) width)
                .putShort(descriptor + 7, (short) height)
                .array();
    }

    public static byte[] animation(int width, int height, int frames) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = frame.createGraphics();
                pen.setColor(i == 0 ? new Color(FIRST_FRAME) : Color.BLUE);
                pen.fillRect(0, 0, width, height);
                pen.dispose();
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, at)
                .put(part)
                .put(file, at, file.length - at)
                .array();
    }
}
