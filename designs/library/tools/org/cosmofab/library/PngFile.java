package org.cosmofab.library;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture as a small PNG file. */
final class PngFile {

    /** Channels are rounded to multiples of this: the eye sees no difference, the file is half as long. */
    private static final int GRAIN = 4;

    private PngFile() {}

    /** Writes the picture, each pixel the mean of a square of `fine` by `fine`. */
    static void write(BufferedImage picture, int fine, Path file) throws IOException {
        int width = picture.getWidth() / fine;
        int height = picture.getHeight() / fine;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int[] square = picture.getRGB(column * fine, row * fine, fine, fine, null, 0, fine);
                small.setRGB(column, row, mean(square));
            }
        }
        ImageIO.write(small, "png", file.toFile());
    }

    private static int mean(int[] pixels) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int sum = 0;
            for (int pixel : pixels) {
                sum += pixel >> shift & 0xFF;
            }
            int rounded = Math.round((float) sum / pixels.length / GRAIN) * GRAIN;
            rgb |= Math.min(255, rounded) << shift;
        }
        return rgb;
    }
}
