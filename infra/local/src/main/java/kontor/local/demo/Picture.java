package kontor.local.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws a square picture for a category: its colour and a pattern of circles that is always the same for its name. */
final class Picture {

    private static final int SIDE = 320;
    private static final int CIRCLES = 14;

    private Picture() {}

    static byte[] of(String name, String colour) {
        Color base = Color.decode(colour);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, base.brighter(), SIDE, SIDE, base.darker()));
        graphics.fillRect(0, 0, SIDE, SIDE);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < CIRCLES; i++) {
            double size = SIDE * (0.08 + random.nextDouble() * 0.35);
            graphics.setColor(new Color(255, 255, 255, 20 + random.nextInt(60)));
            graphics.fill(new Ellipse2D.Double(
                    random.nextDouble() * SIDE - size / 2, random.nextDouble() * SIDE - size / 2, size, size));
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return png.toByteArray();
    }
}
