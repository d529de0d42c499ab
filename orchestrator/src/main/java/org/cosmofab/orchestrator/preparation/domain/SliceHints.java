package org.cosmofab.orchestrator.preparation.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A designer's hints for printing, as settings of the slicer. Only settings of shape are taken; temperatures, speeds and
 * programs to run are the workshop's.
 */
public final class SliceHints {

    /** A hint that is taken: the slicer's name for it and its range. */
    private record Taken(String setting, String min, String max, String unit, boolean whole) {}

    private static final Map<String, Taken> NUMBERS = Map.of(
            "layer-height", new Taken("layer_height", "0.08", "0.32", " mm", false),
            "infill", new Taken("fill_density", "0", "100", " %", false),
            "perimeters", new Taken("perimeters", "1", "10", "", true),
            "top-layers", new Taken("top_solid_layers", "0", "20", "", true),
            "bottom-layers", new Taken("bottom_solid_layers", "0", "20", "", true),
            "brim-width", new Taken("brim_width", "0", "20", " mm", false));

    private static final String SUPPORTS = "supports";
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    /** A hint that cannot be followed. */
    public static final class OutOfRange extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfRange(String message) {
            super(message);
        }
    }

    private SliceHints() {}

    /**
     * The slicer's settings by name.
     *
     * @throws OutOfRange naming the hint and its range
     */
    public static Map<String, String> settings(Map<String, String> hints) throws OutOfRange {
        Map<String, String> settings = new TreeMap<>();
        for (Map.Entry<String, String> hint : new TreeMap<>(hints).entrySet()) {
            Taken taken = NUMBERS.get(hint.getKey());
            if (taken != null) {
                settings.put(taken.setting, number(hint, taken) + (hint.getKey().equals("infill") ? "%" : ""));
            } else if (hint.getKey().equals(SUPPORTS)) {
                settings.put("support_material", yes(hint) ? "1" : "0");
            }
        }
        // The slicer looks at the width of a brim only where the kind of brim is not "none".
        if (new BigDecimal(settings.getOrDefault("brim_width", "0")).signum() > 0) {
            settings.put("brim_type", "outer_only");
        }
        return settings;
    }

    private static String number(Map.Entry<String, String> hint, Taken taken) throws OutOfRange {
        if (DECIMAL.matcher(hint.getValue()).matches()) {
            BigDecimal value = new BigDecimal(hint.getValue());
            boolean inRange = value.compareTo(new BigDecimal(taken.min)) >= 0
                    && value.compareTo(new BigDecimal(taken.max)) <= 0
                    && (!taken.whole || value.stripTrailingZeros().scale() <= 0);
            if (inRange) {
                return taken.whole ? value.toBigInteger().toString() : value.toPlainString();
            }
        }
        throw new OutOfRange(hint.getKey() + " is " + hint.getValue() + "; give "
                + (taken.whole ? "a whole number from " : "") + taken.min + " to " + taken.max + taken.unit);
    }

    private static boolean yes(Map.Entry<String, String> hint) throws OutOfRange {
        return switch (hint.getValue()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new OutOfRange(hint.getKey() + " is " + hint.getValue() + "; give true or false");
        };
    }
}
