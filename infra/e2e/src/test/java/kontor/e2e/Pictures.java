package kontor.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to upload. */
final class Pictures {

    private Pictures() {}

    static byte[] square(int edge) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return png.toByteArray();
    }
}
