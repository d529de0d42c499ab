package org.cosmofab.orchestrator.preparation.svg;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * The stroke and the fill that reach an element, by itself or from its groups; what hides lines from the eye but not
 * from a laser is refused.
 *
 * @param stroke lower case without spaces, empty if none was named
 * @param fill likewise
 */
record SvgPaint(String stroke, String fill) {
    static final SvgPaint NONE_YET = new SvgPaint("", "black");

    private static final Set<String> INVISIBLE = Set.of("", "none", "transparent");
    private static final Set<String> WHITE = Set.of("white", "#fff", "#ffffff", "rgb(255,255,255)");
    private static final Pattern SHORT = Pattern.compile("#[0-9a-f]{3}");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d{1,3}),(\\d{1,3}),(\\d{1,3})\\)");
    private static final Pattern ZERO = Pattern.compile("0*\\.?0*%?");
    private static final Map<String, String> NAMED_COLOURS =
            Map.of("black", "#000000", "red", "#ff0000", "blue", "#0000ff", "lime", "#00ff00", "green", "#008000");

    /** The paint of an element in a group of this paint. */
    SvgPaint of(XMLStreamReader xml) throws SvgRefused {
        refuseHidden(xml);
        String ownStroke = property(xml, "stroke");
        String ownFill = isZero(property(xml, "fill-opacity")) ? "none" : property(xml, "fill");
        return new SvgPaint(
                ownStroke.isEmpty() || ownStroke.equals("inherit") ? stroke : ownStroke,
                ownFill.isEmpty() || ownFill.equals("inherit") ? fill : ownFill);
    }

    boolean isStroked() {
        return !INVISIBLE.contains(stroke);
    }

    /** Whether somebody sees a filled area; white is the paper. */
    boolean isFilled() {
        return !INVISIBLE.contains(fill) && !WHITE.contains(fill);
    }

    /** In the form #rrggbb where it can be told. */
    String strokeColour() {
        if (SHORT.matcher(stroke).matches()) {
            return "#" + stroke.substring(1).replaceAll("(.)", "$1$1");
        }
        Matcher rgb = RGB.matcher(stroke);
        if (rgb.matches()) {
            return String.format(
                    Locale.ROOT,
                    "#%02x%02x%02x",
                    Integer.parseInt(rgb.group(1)),
                    Integer.parseInt(rgb.group(2)),
                    Integer.parseInt(rgb.group(3)));
        }
        return NAMED_COLOURS.getOrDefault(stroke, stroke);
    }

    /** An attribute without a namespace, or empty text: editors have their own of the same names. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && (namespace == null || namespace.isEmpty())) {
                return xml.getAttributeValue(i).strip();
            }
        }
        return "";
    }

    private static void refuseHidden(XMLStreamReader xml) throws SvgRefused {
        boolean hidden = property(xml, "display").equals("none")
                || property(xml, "visibility").matches("hidden|collapse")
                || isZero(property(xml, "opacity"))
                || isZero(property(xml, "stroke-opacity"));
        if (hidden) {
            throw SvgRefused.notCuttable(SvgSafety.place(xml) + " is hidden, but would be cut; show it or delete it");
        }
        for (String cutting : Set.of("clip-path", "mask")) {
            if (!property(xml, cutting).matches("|none")) {
                throw SvgRefused.notCuttable(SvgSafety.place(xml) + " has a " + cutting
                        + ", which a laser does not follow; cut the lines themselves");
            }
        }
        if (!property(xml, "stroke-dasharray").matches("|none|0(px)?")) {
            throw SvgRefused.notCuttable(
                    SvgSafety.place(xml) + " is dashed, but would be cut whole; draw each dash as a line");
        }
        if (!declared(xml, "transform").isEmpty()
                || !property(xml, "transform-origin").isEmpty()) {
            throw SvgRefused.notCuttable(
                    SvgSafety.place(xml) + " is moved by its style; apply the transform and export again");
        }
    }

    private static boolean isZero(String value) {
        return !value.isEmpty() && ZERO.matcher(value).matches();
    }

    /** A property from the style, else from the attribute of that name. */
    private static String property(XMLStreamReader xml, String name) {
        String declared = declared(xml, name);
        return declared.isEmpty() ? plain(attribute(xml, name)) : declared;
    }

    private static String declared(XMLStreamReader xml, String name) {
        String found = "";
        for (String declaration : attribute(xml, "style").split(";")) {
            String[] pair = declaration.split(":", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase(name)) {
                found = plain(pair[1]);
            }
        }
        return found;
    }

    private static String plain(String value) {
        return value.replaceAll("\\s", "").toLowerCase(Locale.ROOT).replace("!important", "");
    }
}
