package org.cosmofab.orchestrator.preparation.svg;

import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** From a drawing's own units to mm, with y turned upwards. Source: CSS Values 3, section 6.2 (96 px in an inch). */
final class SvgUnits {
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9.eE+-]+)\\s*(mm|cm|in|px|pt|)\\s*");
    private static final Map<String, Double> MILLIMETRES =
            Map.of("mm", 1.0, "cm", 10.0, "in", 25.4, "px", 25.4 / 96, "pt", 25.4 / 72, "", 25.4 / 96);
    private static final double SIZE_MAX_MM = 5000;

    private SvgUnits() {}

    static AffineTransform toMillimetres(XMLStreamReader svg) throws SvgRefused {
        double width = length(svg, "width");
        double height = length(svg, "height");
        double[] box = viewBox(svg, width, height);
        AffineTransform transform = new AffineTransform();
        transform.translate(0, height);
        transform.scale(width / box[2], -height / box[3]);
        transform.translate(-box[0], -box[1]);
        return transform;
    }

    private static double length(XMLStreamReader svg, String attribute) throws SvgRefused {
        String text = svg.getAttributeValue(null, attribute);
        if (text == null) {
            throw SvgRefused.unreadable(
                    "<svg> has no " + attribute + "; give it in mm, such as " + attribute + "=\"100mm\"");
        }
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw SvgRefused.unreadable("<svg> has the " + attribute + " " + text + "; give it in mm");
        }
        double millimetres = number(length.group(1), attribute) * MILLIMETRES.get(length.group(2));
        if (!(millimetres > 0) || millimetres > SIZE_MAX_MM) {
            throw SvgRefused.unreadable(
                    "<svg> has the " + attribute + " " + text + "; give 0 to " + SIZE_MAX_MM + " mm");
        }
        return millimetres;
    }

    private static double[] viewBox(XMLStreamReader svg, double width, double height) throws SvgRefused {
        String text = svg.getAttributeValue(null, "viewBox");
        if (text == null) {
            double pixel = MILLIMETRES.get("px");
            return new double[] {0, 0, width / pixel, height / pixel};
        }
        String[] parts = text.strip().split("[\\s,]+");
        if (parts.length != 4) {
            throw SvgRefused.unreadable("<svg> has a viewBox of " + parts.length + " numbers; it takes 4");
        }
        double[] box = new double[4];
        for (int i = 0; i < 4; i++) {
            box[i] = number(parts[i], "viewBox");
        }
        if (!(box[2] > 0) || !(box[3] > 0)) {
            throw SvgRefused.unreadable("<svg> has a viewBox without size");
        }
        return box;
    }

    private static double number(String text, String attribute) throws SvgRefused {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw SvgRefused.unreadable("<svg> has '" + text + "' in its " + attribute + ", which is not a number");
        }
        throw SvgRefused.unreadable("<svg> has '" + text + "' in its " + attribute + ", which is not a number");
    }
}
