package org.cosmofab.bridge.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.cosmofab.bridge.simulated.Fault.Kind;

/**
 * A fault as a person asks for it, such as {@code lose-ok@50}.
 *
 * @param name of the fault, one of {@link #names()}
 * @param line the received line at which it strikes, counted from 1 and from when it was armed
 */
public record FleetFault(String name, int line) {
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final int SEEDED_FAULTS = 3;
    private static final int SEEDED_LINES = 500;

    public FleetFault {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is no fault; there are " + String.join(", ", names()));
        }
        if (line < 1) {
            throw new IllegalArgumentException("a fault strikes at line 1 or later, not at " + line);
        }
    }

    /** Reads {@code lose-ok@50}. */
    public static FleetFault parse(String text) {
        int at = text.indexOf('@');
        if (at < 1 || !text.substring(at + 1).matches("\\d{1,8}")) {
            throw new IllegalArgumentException("'" + text + "' is no fault; write it like lose-ok@50");
        }
        return new FleetFault(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    /** A few faults early in a run, the same ones for the same seed. */
    public static List<FleetFault> seeded(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<FleetFault> faults = new ArrayList<>();
        for (int i = 0; i < SEEDED_FAULTS; i++) {
            faults.add(new FleetFault(names().get(chance.nextInt(names().size())), 1 + chance.nextInt(SEEDED_LINES)));
        }
        return faults;
    }

    /** What a person may ask for. */
    public static List<String> names() {
        return Arrays.stream(Kind.values()).map(FleetFault::nameOf).collect(Collectors.toList());
    }

    /** Lets it strike once. */
    public void arm(Faults faults) {
        for (Kind kind : Kind.values()) {
            if (nameOf(kind).equals(name)) {
                faults.armAtCount(line, new Fault(kind, kind == Kind.ANSWER_LATE ? LATE : Duration.ZERO));
            }
        }
    }

    private static String nameOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return name + "@" + line;
    }
}
