package org.cosmofab.orchestrator.preparation.svg;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** What a drawing of strangers may not hold, whether it would be drawn or not. */
final class SvgSafety {
    private static final Set<String> UNSAFE = Set.of(
            "script",
            "foreignobject",
            "iframe",
            "animate",
            "animatecolor",
            "animatemotion",
            "animatetransform",
            "set",
            "handler",
            "listener");

    /** A reference that does not stay in the file. */
    private static final Pattern OUTSIDE = Pattern.compile("url\\(\\s*['\"]?\\s*(?!#|['\"\\s])");

    private SvgSafety() {}

    static String place(XMLStreamReader xml) {
        return "line " + xml.getLocation().getLineNumber() + ", <" + xml.getLocalName() + ">";
    }

    /** What stands between elements: a document type and a style sheet are the ways to reach out of the file. */
    static void checkBetween(XMLStreamReader xml, int event) throws SvgRefused {
        int line = xml.getLocation().getLineNumber();
        if (event == XMLStreamConstants.DTD) {
            throw SvgRefused.unsafe("line " + line + ", <!DOCTYPE> is not read; delete it");
        }
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            throw SvgRefused.unsafe("line " + line + ", <?" + xml.getPITarget() + "?> is not read; delete it");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw SvgRefused.unsafe("line " + line + ", &" + xml.getLocalName() + "; is not read; write it out");
        }
    }

    static void checkElement(XMLStreamReader xml) throws SvgRefused {
        if (UNSAFE.contains(xml.getLocalName().toLowerCase(Locale.ROOT))) {
            throw SvgRefused.unsafe(place(xml) + " can do more than be cut; delete it");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = xml.getAttributeValue(i).toLowerCase(Locale.ROOT);
            String packed = value.replaceAll("[\\s\\p{Cntrl}]", "");
            boolean handler = attribute.startsWith("on") && xml.getAttributeNamespace(i) == null;
            if (handler || packed.startsWith("javascript:") || packed.startsWith("vbscript:")) {
                throw SvgRefused.unsafe(place(xml) + " has the script attribute " + attribute + "; delete it");
            }
            if (OUTSIDE.matcher(value).find() || packed.contains("@import")) {
                throw SvgRefused.unsafe(
                        place(xml) + " refers in " + attribute + " to something outside of the file; delete it");
            }
        }
    }
}
