package org.cosmofab.designs.sidecar;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cosmofab.designs.document.Misspelling;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;

/** The settings that {@code cosmofab.yml} may give for a part, and their bounds. */
final class SettingRules {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    private record Range(String least, String most) {
        boolean holds(String text) {
            return DECIMAL.matcher(text).matches()
                    && new BigDecimal(text).compareTo(new BigDecimal(least)) >= 0
                    && new BigDecimal(text).compareTo(new BigDecimal(most)) <= 0;
        }
    }

    /** Millimetres, percent, degrees Celsius or counts, as designs/README.md lists them. */
    private static final Map<String, Range> NUMBERS = new TreeMap<>(Map.of(
            "layer-height", new Range("0.02", "2"),
            "infill", new Range("0", "100"),
            "perimeters", new Range("1", "50"),
            "top-layers", new Range("0", "100"),
            "bottom-layers", new Range("0", "100"),
            "brim-width", new Range("0", "50"),
            "nozzle-diameter", new Range("0.1", "2"),
            "nozzle-temperature", new Range("150", "350"),
            "bed-temperature", new Range("0", "150"),
            "sheet-thickness", new Range("0.1", "50")));

    private static final String SUPPORTS = "supports";

    private SettingRules() {}

    /** The setting's value as text, or a finding. */
    static Optional<String> check(String name, Node value, Findings findings) {
        String text = value.text().orElse("");
        if (name.equals(SUPPORTS)) {
            return accept(text, text.equals("true") || text.equals("false"), "true or false", value, findings);
        }
        Range range = NUMBERS.get(name);
        if (range == null) {
            String known = Misspelling.nearest(name, NUMBERS.keySet()).orElse(String.join(", ", NUMBERS.keySet()));
            findings.add(FindingCode.SIDECAR_KEY_UNKNOWN, value.place(), name, known);
            return Optional.empty();
        }
        return accept(text, range.holds(text), range.least() + " to " + range.most(), value, findings);
    }

    private static Optional<String> accept(String text, boolean good, String wanted, Node value, Findings findings) {
        if (good) {
            return Optional.of(text);
        }
        findings.add(FindingCode.VALUE_INVALID, value.place(), text, wanted);
        return Optional.empty();
    }
}
