package org.cosmofab.orchestrator.preparation.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A designer's hints for printing, as options of the slicer. Only settings of shape are taken; temperatures, speeds and
 * programs to run are the workshop's.
 */
public final class SliceHints {

    /** A hint that is taken: the slicer's name for it and its range. */
    private record Taken(String option, String min, String max, String unit) {}

    private static final Map<String, Taken> TAKEN = Map.of(
            "layer-height", new Taken("layer-height", "0.08", "0.32", " mm"),
            "infill", new Taken("fill-density", "0", "100", " %"),
            "perimeters", new Taken("perimeters", "1", "10", ""),
            "top-layers", new Taken("top-solid-layers", "0", "20", ""),
            "bottom-layers", new Taken("bottom-solid-layers", "0", "20", ""),
            "brim-width", new Taken("brim-width", "0", "20", " mm"));

    /** A hint that cannot be followed. */
    public static final class OutOfRange extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfRange(String message) {
            super(message);
        }
    }

    private SliceHints() {}

    /**
     * The slicer's options by name.
     *
     * @throws OutOfRange naming the hint and its range
     */
    public static Map<String, String> options(Map<String, String> hints) throws OutOfRange {
        Map<String, String> options = new TreeMap<>();
        for (Map.Entry<String, String> hint : hints.entrySet()) {
            Taken taken = TAKEN.get(hint.getKey());
            if (taken != null) {
                BigDecimal value = number(hint, taken);
                String percent = taken.option.equals("fill-density") ? "%" : "";
                options.put(taken.option, value.toPlainString() + percent);
            }
        }
        return options;
    }

    private static BigDecimal number(Map.Entry<String, String> hint, Taken taken) throws OutOfRange {
        try {
            BigDecimal value = new BigDecimal(hint.getValue());
            if (value.compareTo(new BigDecimal(taken.min)) >= 0 && value.compareTo(new BigDecimal(taken.max)) <= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(hint, taken);
        }
        throw outOfRange(hint, taken);
    }

    private static OutOfRange outOfRange(Map.Entry<String, String> hint, Taken taken) {
        return new OutOfRange(
                hint.getKey() + " is " + hint.getValue() + "; give " + taken.min + " to " + taken.max + taken.unit);
    }
}
