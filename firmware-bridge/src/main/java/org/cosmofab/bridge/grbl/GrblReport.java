package org.cosmofab.bridge.grbl;

import java.util.Optional;
import org.cosmofab.bridge.machine.MachineStatus.Position;

/**
 * A status report as it came; what it does not say is empty.
 *
 * <p>Source: Grbl 1.1, interface.md, "Real-time Status Reports".
 *
 * @param state such as {@code Idle}, {@code Run} or {@code Hold}
 * @param sub the number behind the state, or -1
 * @param machine position in machine co-ordinates
 * @param work position in work co-ordinates, which firmware tells instead if set up so
 * @param offset of the work co-ordinates, told only now and then
 * @param feed in mm/min
 * @param speed of the spindle, or power of the beam
 */
record GrblReport(
        String state,
        int sub,
        Optional<Position> machine,
        Optional<Position> work,
        Optional<Position> offset,
        Optional<Double> feed,
        Optional<Double> speed) {

    static GrblReport parse(String line) {
        String[] fields = line.substring(1, line.length() - 1).split("\\|", -1);
        String[] state = fields[0].split(":", 2);
        return new GrblReport(
                state[0],
                state.length > 1 ? (int) number(state[1]).orElse(-1.0).doubleValue() : -1,
                position(value(fields, "MPos:")),
                position(value(fields, "WPos:")),
                position(value(fields, "WCO:")),
                part(value(fields, "FS:"), 0).or(() -> part(value(fields, "F:"), 0)),
                part(value(fields, "FS:"), 1));
    }

    /** Whether it holds, or stands behind an open door, and has come to rest: a reset loses no position now. */
    boolean isStill() {
        return state.equals("Hold") && sub == 0 || state.equals("Door") && (sub == 0 || sub == 1);
    }

    boolean is(String name) {
        return state.equals(name);
    }

    private static String value(String[] fields, String name) {
        for (String field : fields) {
            if (field.startsWith(name)) {
                return field.substring(name.length());
            }
        }
        return "";
    }

    private static Optional<Position> position(String value) {
        Optional<Double> x = part(value, 0);
        Optional<Double> y = part(value, 1);
        Optional<Double> z = part(value, 2);
        return x.isPresent() && y.isPresent() && z.isPresent()
                ? Optional.of(new Position(x.get(), y.get(), z.get()))
                : Optional.empty();
    }

    private static Optional<Double> part(String value, int index) {
        String[] parts = value.split(",");
        return index < parts.length ? number(parts[index]) : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            // A report that was damaged on the wire tells nothing; the next one comes soon.
            return Optional.empty();
        }
    }
}
