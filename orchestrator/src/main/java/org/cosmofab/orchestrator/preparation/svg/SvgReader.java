package org.cosmofab.orchestrator.preparation.svg;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.IllegalPathStateException;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
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
    private static final int POINTS_MAX = 2_000_000;
    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon");
    private static final Set<String> NEVER_DRAWN = Set.of("title", "desc", "metadata", "defs");

    private final List<LaserStep> steps;
    private final List<Drawing.Stroke> strokes = new ArrayList<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Rectangle2D page = new Rectangle2D.Double();
    private int points;

    /** What a group gives its shapes. */
    private record Group(AffineTransform transform, SvgPaint paint) {}

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
            throw SvgRefused.unreadable(
                    "the file has " + file.length + " bytes; at most " + BYTES_MAX + " are read; split the drawing");
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            SvgReader reader = new SvgReader(steps);
            reader.readAll(xml);
            return new Drawing(reader.strokes);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw SvgRefused.unreadable(
                    "line " + line + ": this is not well-formed XML; export the drawing again as" + " plain SVG");
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
            if (event == XMLStreamConstants.START_ELEMENT) {
                open(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT && isGroup(xml)) {
                groups.pop();
            } else {
                SvgSafety.checkBetween(xml, event);
            }
        }
    }

    private void open(XMLStreamReader xml) throws XMLStreamException, SvgRefused {
        String name = xml.getLocalName();
        SvgSafety.checkElement(xml);
        if (groups.isEmpty()) {
            root(xml);
        } else if (isForeign(xml) || NEVER_DRAWN.contains(name)) {
            skip(xml);
        } else if (name.equals("svg")) {
            throw SvgRefused.notCuttable(SvgSafety.place(xml) + " is a drawing in a drawing; ungroup it");
        } else if (isGroup(xml)) {
            SvgPaint paint = paint(xml);
            groups.push(new Group(transform(xml), paint));
        } else if (SHAPES.contains(name)) {
            shape(xml, name);
        } else {
            throw SvgRefused.notCuttable(SvgSafety.place(xml) + " is not a line; convert it to paths or delete it");
        }
    }

    private void root(XMLStreamReader xml) throws SvgRefused {
        if (!xml.getLocalName().equals("svg") || isForeign(xml)) {
            throw SvgRefused.unreadable(SvgSafety.place(xml) + " is not an SVG drawing");
        }
        SvgUnits units = SvgUnits.of(xml);
        page = units.page();
        groups.push(new Group(units.toMillimetres(), SvgPaint.NONE_YET.of(xml)));
    }

    private void shape(XMLStreamReader xml, String name) throws SvgRefused {
        SvgPaint paint = paint(xml);
        String place = SvgSafety.place(xml);
        if (!paint.isStroked()) {
            if (paint.isFilled()) {
                throw SvgRefused.notCuttable(
                        place + " is filled and has no stroke, and a laser follows strokes; give it"
                                + " a stroke, or fill=\"none\" if it is only a help");
            }
            return;
        }
        LaserStep step = step(paint, place);
        AffineTransform transform = transform(xml);
        try {
            Shape shape = SvgShapes.read(xml, name);
            take(SvgShapes.strokes(transform.createTransformedShape(shape), step, place));
        } catch (ParseException | NumberFormatException | IllegalPathStateException e) {
            throw SvgRefused.unreadable(
                    place + " cannot be read: " + e.getMessage().strip().replaceAll("\\s+", " ") + "; draw it again");
        }
    }

    private void take(List<Drawing.Stroke> found) throws SvgRefused {
        for (Drawing.Stroke stroke : found) {
            points += stroke.points().size();
            if (strokes.size() == STROKES_MAX || points > POINTS_MAX) {
                throw SvgRefused.notCuttable("the drawing has more than " + STROKES_MAX + " lines or " + POINTS_MAX
                        + " points; split or simplify it");
            }
            if (stroke.points().stream().noneMatch(p -> page.contains(p.x, p.y))) {
                throw SvgRefused.notCuttable(stroke.place()
                        + " lies outside of the page, where nobody sees it; delete it or make the page larger");
            }
            strokes.add(stroke);
        }
    }

    private LaserStep step(SvgPaint paint, String place) throws SvgRefused {
        String colour = paint.strokeColour();
        return steps.stream()
                .filter(step -> step.colour().equals(colour))
                .findFirst()
                .orElseThrow(() -> SvgRefused.notCuttable(place + " has the stroke " + paint.stroke()
                        + ", which means nothing here; use "
                        + steps.stream()
                                .map(step -> step.colour() + (step.cuts() ? " to cut" : " to engrave"))
                                .collect(Collectors.joining(" or "))));
    }

    private SvgPaint paint(XMLStreamReader xml) throws SvgRefused {
        return groups.getFirst().paint().of(xml);
    }

    private AffineTransform transform(XMLStreamReader xml) throws SvgRefused {
        AffineTransform all = new AffineTransform(groups.getFirst().transform());
        String own = SvgPaint.attribute(xml, "transform");
        if (!own.isEmpty()) {
            try {
                all.concatenate(AWTTransformProducer.createAffineTransform(own));
            } catch (ParseException e) {
                throw SvgRefused.unreadable(
                        SvgSafety.place(xml) + " has an unreadable transform; apply it in the editor and export again");
            }
        }
        return all;
    }

    private static boolean isGroup(XMLStreamReader xml) {
        String name = xml.getLocalName();
        return !isForeign(xml) && (name.equals("svg") || name.equals("g") || name.equals("a"));
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
                SvgSafety.checkElement(xml);
                if (xml.getLocalName().equals("style") && !isForeign(xml)) {
                    throw SvgRefused.notCuttable(
                            SvgSafety.place(xml) + " changes colours from afar; export with presentation attributes");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else {
                SvgSafety.checkBetween(xml, event);
            }
        }
    }
}
