package org.cosmofab.orchestrator.preparation.svg;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * From a drawing's own units to mm, with y turned upwards. Source: CSS Values 3, section 6.2 (96 px in an inch); SVG 2,
 * section 8.2 (a view box keeps its proportions unless told otherwise).
 *
 * @param widthMm of the page
 * @param heightMm of the page
 */
record SvgUnits(double widthMm, double heightMm, AffineTransform toMillimetres) {
    private static final Pattern LENGTH =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)\\s*(mm|cm|in|px|pt|pc|)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final double INCH_MM = 25.4;
    private static final double PIXEL_MM = INCH_MM / 96;
    private static final Map<String, Double> MILLIMETRES = Map.of(
            "mm", 1.0, "cm", 10.0, "in", INCH_MM, "px", PIXEL_MM, "pt", INCH_MM / 72, "pc", INCH_MM / 6, "", PIXEL_MM);
    private static final double SIZE_MAX_MM = 5000;

    /** Lines drawn on the page's edge are on the page. */
    private static final double EDGE_MM = 1;

    /** The units of an outermost {@code svg} element. */
    static SvgUnits of(XMLStreamReader svg) throws SvgRefused {
        double width = length(svg, "width");
        double height = length(svg, "height");
        double[] box = viewBox(svg, width, height);
        double scaleX = width / box[2];
        double scaleY = height / box[3];
        String aspect = SvgPaint.attribute(svg, "preserveAspectRatio");
        if (aspect.contains("slice")) {
            throw SvgRefused.notCuttable(
                    SvgSafety.place(svg) + " cuts its page to size by preserveAspectRatio; delete that attribute");
        }
        if (!aspect.startsWith("none")) {
            scaleX = Math.min(scaleX, scaleY);
            scaleY = scaleX;
        }
        AffineTransform transform = new AffineTransform();
        transform.translate((width - scaleX * box[2]) / 2, (height + scaleY * box[3]) / 2);
        transform.scale(scaleX, -scaleY);
        transform.translate(-box[0], -box[1]);
        return new SvgUnits(width, height, transform);
    }

    /** The page in mm, with its edge. */
    Rectangle2D page() {
        return new Rectangle2D.Double(-EDGE_MM, -EDGE_MM, widthMm + 2 * EDGE_MM, heightMm + 2 * EDGE_MM);
    }

    /**
     * A length in the drawing's own units.
     *
     * @throws NumberFormatException if it is none, with a message for people
     */
    static double pixels(String text, String attribute) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw new NumberFormatException("its " + attribute + " is '" + shown(text) + "', which is not a number");
        }
        return finite(length.group(1), attribute) * MILLIMETRES.get(length.group(2)) / PIXEL_MM;
    }

    private static double length(XMLStreamReader svg, String attribute) throws SvgRefused {
        String text = SvgPaint.attribute(svg, attribute);
        String remedy = "; give it in mm, such as " + attribute + "=\"100mm\"";
        if (text.isEmpty()) {
            throw SvgRefused.unreadable(SvgSafety.place(svg) + " has no " + attribute + remedy);
        }
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw SvgRefused.unreadable(
                    SvgSafety.place(svg) + " has the " + attribute + " '" + shown(text) + "'" + remedy);
        }
        double millimetres = Double.parseDouble(length.group(1)) * MILLIMETRES.get(length.group(2));
        if (!(millimetres > 0) || millimetres > SIZE_MAX_MM) {
            throw SvgRefused.unreadable(SvgSafety.place(svg) + " has the " + attribute + " '" + shown(text)
                    + "'; give more than 0 and at most " + SIZE_MAX_MM + " mm");
        }
        return millimetres;
    }

    private static double[] viewBox(XMLStreamReader svg, double width, double height) throws SvgRefused {
        String text = SvgPaint.attribute(svg, "viewBox");
        if (text.isEmpty()) {
            return new double[] {0, 0, width / PIXEL_MM, height / PIXEL_MM};
        }
        String[] parts = text.split("[\\s,]+");
        double[] box = new double[4];
        try {
            for (int i = 0; i < box.length && parts.length == box.length; i++) {
                box[i] = finite(parts[i], "viewBox");
            }
        } catch (NumberFormatException e) {
            throw SvgRefused.unreadable(SvgSafety.place(svg) + ": " + e.getMessage() + "; give four numbers");
        }
        if (!(box[2] > 0) || !(box[3] > 0)) {
            throw SvgRefused.unreadable(SvgSafety.place(svg) + " has the viewBox '" + shown(text)
                    + "'; give four numbers, the last two more than 0");
        }
        return box;
    }

    private static double finite(String text, String attribute) {
        double number = Double.NaN;
        if (NUMBER.matcher(text).matches()) {
            number = Double.parseDouble(text);
        }
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("its " + attribute + " has '" + shown(text) + "', which is not a number");
        }
        return number;
    }

    private static String shown(String text) {
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(40, plain.length()));
    }
}
