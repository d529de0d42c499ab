package org.cosmofab.library;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Draws a laser sheet of this library as a picture: wood, cut lines and engraved lines. */
final class SheetPicture {

    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");
    private static final Pattern PATH = Pattern.compile("<path stroke=\"(#[0-9a-f]+)\"[^>]* d=\"([^\"]+)\"");
    private static final Pattern POINT = Pattern.compile("([ML]) (-?[0-9.]+),(-?[0-9.]+)");
    private static final Color WOOD = new Color(0xEBD3A4);
    private static final String ENGRAVE = "#ff0000";

    private SheetPicture() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("SheetPicture SHEET.svg OUT.png WIDTH_MAX HEIGHT_MAX");
        }
        String svg = Files.readString(Path.of(args[0]));
        PngFile.write(draw(svg, 2 * Integer.parseInt(args[2]), 2 * Integer.parseInt(args[3])), 2, Path.of(args[1]));
    }

    private static BufferedImage draw(String svg, int widthMax, int heightMax) {
        MatchResult box = BOX.matcher(svg).results().findFirst().orElseThrow();
        double wide = Double.parseDouble(box.group(1));
        double tall = Double.parseDouble(box.group(2));
        double scale = Math.min(widthMax / wide, heightMax / tall);
        int width = 2 * (int) Math.round(scale * wide / 2);
        int height = 2 * (int) Math.round(scale * tall / 2);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(WOOD);
        pen.fillRect(0, 0, width, height);
        pen.scale(scale, scale);
        pen.setStroke(new BasicStroke((float) (2.4 / scale)));
        PATH.matcher(svg).results().forEach(path -> {
            pen.setColor(path.group(1).equals(ENGRAVE) ? new Color(0xC21F1F) : new Color(0x2B2119));
            pen.draw(shape(path.group(2)));
        });
        pen.dispose();
        return image;
    }

    private static Path2D shape(String path) {
        Path2D shape = new Path2D.Double();
        POINT.matcher(path).results().forEach(point -> {
            double x = Double.parseDouble(point.group(2));
            double y = Double.parseDouble(point.group(3));
            if (point.group(1).equals("M")) {
                shape.moveTo(x, y);
            } else {
                shape.lineTo(x, y);
            }
        });
        shape.closePath();
        return shape;
    }
}
