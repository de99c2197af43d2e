package kontor.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import kontor.platform.rejection.Unavailable;

/**
 * Decodes a picture and encodes it anew, so that metadata, appended code and tricks of colour profiles are gone (C-11,
 * H-13). Kind and limits are judged by the header first; at most one picture per core is in work.
 */
public final class Darkroom {

    private static final int BYTES_MOST = 5 * 1024 * 1024;
    private static final long PIXELS_MOST = 25_000_000;
    private static final long PATIENCE_SECONDS = 10;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final int edgeMost;

    /** @param edgeMost longest edge of what is made; larger pictures are reduced */
    public Darkroom(int edgeMost) {
        this.edgeMost = edgeMost;
    }

    /** {@code too-large}, {@code unsupported-media-type}, {@code bad-image}. */
    public Picture develop(byte[] file, boolean square) {
        if (file.length > BYTES_MOST) {
            throw new PictureTooLarge();
        }
        PictureKind kind = PictureKind.of(file).orElseThrow(UnsupportedPicture::new);
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.reader()).next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Metadata is neither wanted nor read: texts and profiles in it may unpack to any size.
            reader.setInput(stream, true, true);
            requireFitting(reader.getWidth(0), reader.getHeight(0), square);
            return encoded(decoded(reader), kind);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadImage("it is broken");
        } finally {
            reader.dispose();
        }
    }

    private static void requireFitting(int width, int height, boolean square) {
        if ((long) width * height > PIXELS_MOST) {
            throw new BadImage("it has more than 25 million pixels");
        }
        if (square && width != height) {
            throw new BadImage("it is not square");
        }
    }

    private BufferedImage decoded(ImageReader reader) throws IOException {
        enter();
        try {
            int step = Math.ceilDiv(Math.max(reader.getWidth(0), reader.getHeight(0)), edgeMost);
            ImageReadParam reduced = reader.getDefaultReadParam();
            reduced.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, reduced);
        } finally {
            cores.release();
        }
    }

    private Picture encoded(BufferedImage image, PictureKind kind) throws IOException {
        enter();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, kind.writer(), out)) {
                throw new BadImage("its colours cannot be stored");
            }
            return new Picture(out.toByteArray(), kind, image.getWidth(), image.getHeight());
        } finally {
            cores.release();
        }
    }

    private void enter() {
        try {
            if (!cores.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable("Picture processing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Picture processing");
        }
    }
}
