package kontor.importer.community;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of the first user and the first product. */
public final class Portraits {

    private Portraits() {}

    /** Writes them to the folder and notes them in the file. */
    public static void add(Path file, Path folder) {
        try (CommunityFile community = CommunityFile.open(file)) {
            for (String table : new String[] {"users", "products"}) {
                String name = "tmp%s.png".formatted(table);
                draw(folder.resolve(name), table.equals("users") ? Color.ORANGE : Color.CYAN);
                long upload =
                        community.insert("uploads", "timestamp, admin_id, filename", "2019-01-07 12:00:00", 1, name);
                community.execute("update %s set image_upload_id = %d where id = 1".formatted(table, upload));
            }
        }
    }

    private static void draw(Path path, Color color) {
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillOval(8, 8, 48, 48);
        pen.dispose();
        try {
            ImageIO.write(picture, "png", path.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
