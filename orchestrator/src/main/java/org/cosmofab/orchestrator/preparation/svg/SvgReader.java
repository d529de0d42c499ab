package org.cosmofab.orchestrator.preparation.svg;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.batik.parser.AWTTransformProducer;
import org.apache.batik.parser.ParseException;
import org.cosmofab.orchestrator.preparation.domain.Drawing;
import org.cosmofab.orchestrator.preparation.domain.LaserStep;

/**
 * Reads an SVG file as lines in mm. Only shapes and groups are read; whatever could run, load or hide something is
 * refused by name, never skipped.
 */
public final class SvgReader {
    private static final int BYTES_MAX = 20_000_000;
    private static final int STROKES_MAX = 20_000;
    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon");
    private static final Set<String> WORDLESS = Set.of("title", "desc", "metadata");
    private static final Set<String> UNSAFE = Set.of(
            "script", "foreignObject", "iframe", "animate", "animateMotion", "animateTransform", "set", "handler");
    private static final Set<String> UNCUTTABLE = Set.of(
            "text", "tspan", "image", "use", "style", "symbol", "pattern", "mask", "clipPath", "filter", "marker");

    private static final Map<String, String> NAMED_COLOURS =
            Map.of("black", "#000000", "red", "#ff0000", "blue", "#0000ff", "lime", "#00ff00", "green", "#008000");

    private static final Pattern RGB = Pattern.compile("rgb\\((\\d{1,3}),(\\d{1,3}),(\\d{1,3})\\)");

    private final List<LaserStep> steps;
    private final List<Drawing.Stroke> strokes = new ArrayList<>();
    private final Deque<Group> groups = new ArrayDeque<>();

    /** What a group gives its shapes. */
    private record Group(AffineTransform transform, String stroke) {}

    private SvgReader(List<LaserStep> steps) {
        this.steps = steps;
    }

    /**
     * Reads a drawing.
     *
     * @param steps what each colour of a stroke means
     * @throws SvgRefused naming line and element
     */
    public static Drawing read(byte[] file, List<LaserStep> steps) throws SvgRefused {
        if (file.length > BYTES_MAX) {
            throw SvgRefused.unreadable("the file has " + file.length + " bytes; at most " + BYTES_MAX + " are read");
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            SvgReader reader = new SvgReader(steps);
            reader.readAll(xml);
            return new Drawing(reader.strokes);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw SvgRefused.unreadable("line " + line + ": this is not well-formed XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private void readAll(XMLStreamReader xml) throws XMLStreamException, SvgRefused {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw SvgRefused.unsafe(place(xml, "DOCTYPE") + " is not read; delete it");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                open(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT && isGroup(xml.getLocalName())) {
                groups.pop();
            }
        }
    }

    private void open(XMLStreamReader xml) throws XMLStreamException, SvgRefused {
        String name = xml.getLocalName();
        refuseUnsafe(xml, name);
        if (groups.isEmpty()) {
            if (!name.equals("svg")) {
                throw SvgRefused.unreadable(place(xml, name) + " is not an SVG drawing");
            }
            groups.push(new Group(SvgUnits.toMillimetres(xml), ""));
        } else if (isGroup(name)) {
            groups.push(new Group(transform(xml), stroke(xml)));
        } else if (SHAPES.contains(name)) {
            shape(xml, name);
        } else if (WORDLESS.contains(name) || name.equals("defs") || isForeign(xml)) {
            skip(xml);
        } else {
            throw SvgRefused.notCuttable(place(xml, name) + " is not read");
        }
    }

    private static void refuseUnsafe(XMLStreamReader xml, String name) throws SvgRefused {
        if (UNSAFE.contains(name)) {
            throw SvgRefused.unsafe(place(xml, name) + " can do more than be cut; delete it");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = xml.getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
            if (attribute.startsWith("on") || value.startsWith("javascript:")) {
                throw SvgRefused.unsafe(place(xml, name) + " has the script attribute " + attribute + "; delete it");
            }
            if (value.contains("url(") && !value.contains("url(#")) {
                throw SvgRefused.unsafe(place(xml, name) + " refers to something outside of the file; delete it");
            }
        }
        if (UNCUTTABLE.contains(name)) {
            throw SvgRefused.notCuttable(place(xml, name) + " is not a line; convert it to paths");
        }
    }

    private void shape(XMLStreamReader xml, String name) throws XMLStreamException, SvgRefused {
        String stroke = stroke(xml);
        if (stroke.isEmpty() || stroke.equals("none")) {
            return;
        }
        String place = place(xml, name);
        LaserStep step = step(stroke, place);
        AffineTransform transform = transform(xml);
        try {
            Shape shape = SvgShapes.read(xml, name);
            strokes.addAll(SvgShapes.strokes(transform.createTransformedShape(shape), step, place));
        } catch (ParseException | NumberFormatException e) {
            throw SvgRefused.unreadable(place + " cannot be read: " + e.getMessage());
        }
        if (strokes.size() > STROKES_MAX) {
            throw SvgRefused.notCuttable("the drawing has more than " + STROKES_MAX + " lines");
        }
    }

    private LaserStep step(String stroke, String place) throws SvgRefused {
        String colour = colour(stroke);
        return steps.stream()
                .filter(step -> step.colour().equals(colour))
                .findFirst()
                .orElseThrow(() -> SvgRefused.notCuttable(place + " has the stroke " + stroke
                        + ", which means nothing here: "
                        + steps.stream()
                                .map(step -> step.colour() + (step.cuts() ? " cuts" : " engraves"))
                                .collect(Collectors.joining(", "))));
    }

    /** In the form #rrggbb where it can be told. */
    private static String colour(String stroke) {
        if (stroke.matches("#[0-9a-f]{3}")) {
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

    private String stroke(XMLStreamReader xml) {
        String attribute = xml.getAttributeValue(null, "stroke");
        String style = xml.getAttributeValue(null, "style");
        String found = attribute == null ? groups.getFirst().stroke() : attribute;
        if (style != null) {
            for (String declaration : style.split(";")) {
                String[] pair = declaration.split(":", 2);
                if (pair.length == 2 && pair[0].strip().equals("stroke")) {
                    found = pair[1];
                }
            }
        }
        return found.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private AffineTransform transform(XMLStreamReader xml) throws SvgRefused {
        AffineTransform all = new AffineTransform(groups.getFirst().transform());
        String own = xml.getAttributeValue(null, "transform");
        if (own != null) {
            try {
                all.concatenate(AWTTransformProducer.createAffineTransform(own));
            } catch (ParseException e) {
                throw SvgRefused.unreadable(place(xml, xml.getLocalName()) + " has an unreadable transform");
            }
        }
        return all;
    }

    private static boolean isGroup(String name) {
        return name.equals("svg") || name.equals("g") || name.equals("a");
    }

    /** Editors keep their own notes in their own namespaces. */
    private static boolean isForeign(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        return namespace != null && !namespace.isEmpty() && !namespace.equals("http://www.w3.org/2000/svg");
    }

    /** Skips what is never drawn, but not what is never allowed. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException, SvgRefused {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (UNSAFE.contains(xml.getLocalName())) {
                    throw SvgRefused.unsafe(place(xml, xml.getLocalName()) + " can do more than be cut; delete it");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static String place(XMLStreamReader xml, String name) {
        return "line " + xml.getLocation().getLineNumber() + ", <" + name + ">";
    }
}
