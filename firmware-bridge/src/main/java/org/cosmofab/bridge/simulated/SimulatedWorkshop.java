package org.cosmofab.bridge.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cosmofab.bridge.time.ScaledClock;
import org.jspecify.annotations.Nullable;

/**
 * A workshop of simulated machines, each behind a pseudo-terminal with a link of the machine's name to it.
 *
 * <p>A host opens {@code <directory>/<machine>} as it would a serial port, may close it and open it again.
 */
public final class SimulatedWorkshop implements AutoCloseable {
    private final Map<String, Place> places = new LinkedHashMap<>();

    private SimulatedWorkshop() {}

    /** Which machine runs which firmware. */
    public record Spec(String machine, Kind kind) {
        public Spec {
            if (!machine.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("'" + machine + "' is no machine id; use 1 to 40 of a-z, 0-9 and -");
            }
        }

        /** Reads {@code printer-1=marlin}. */
        public static Spec parse(String text) {
            String[] parts = text.split("=", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("'" + text + "' is no machine; write it like printer-1=marlin");
            }
            return new Spec(parts[0], Kind.of(parts[1]));
        }
    }

    /** What can be simulated. */
    public enum Kind {
        MARLIN("marlin"),
        GRBL("grbl"),
        GRBL_MILL("grbl-mill"),
        GRBLHAL("grblhal"),
        FLUIDNC("fluidnc");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "'" + word
                                            + "' cannot be simulated; use marlin, grbl (a laser), grbl-mill, grblhal (a mill) or fluidnc (a laser)"));
        }

        SimulatedFirmware firmware(ScaledClock clock) {
            return switch (this) {
                case MARLIN -> new SimulatedMarlin(clock);
                case GRBL -> new SimulatedGrbl(clock, GrblProfile.laserCutter());
                case GRBL_MILL -> new SimulatedGrbl(clock, GrblProfile.mill());
                case GRBLHAL -> new SimulatedGrbl(clock, GrblProfile.mill(), GrblVariant.GRBLHAL);
                case FLUIDNC -> new SimulatedGrbl(clock, GrblProfile.laserCutter(), GrblVariant.FLUIDNC);
            };
        }
    }

    /**
     * Sets the machines up and switches them on; their links are there when it returns.
     *
     * @param directory for the links; made if it is not there
     */
    public static SimulatedWorkshop open(Path directory, List<Spec> specs, ScaledClock clock) {
        SimulatedWorkshop workshop = new SimulatedWorkshop();
        try {
            Files.createDirectories(directory);
            for (Spec spec : specs) {
                workshop.add(directory, spec, clock);
            }
            return workshop;
        } catch (IOException e) {
            workshop.close();
            throw new UncheckedIOException("cannot set up simulated machines in " + directory, e);
        } catch (RuntimeException e) {
            workshop.close();
            throw e;
        }
    }

    private void add(Path directory, Spec spec, ScaledClock clock) throws IOException {
        if (places.containsKey(spec.machine())) {
            throw new IllegalArgumentException("the machine " + spec.machine() + " is named twice");
        }
        Place place = new Place(directory.resolve(spec.machine()), spec.kind().firmware(clock));
        places.put(spec.machine(), place);
        place.plugIn();
    }

    /** The firmware of a machine, to look at or to let fail. */
    public SimulatedFirmware firmware(String machine) {
        return place(machine).firmware;
    }

    /** The path that a host opens. */
    public Path device(String machine) {
        return place(machine).link;
    }

    /** Pulls a machine's cable: its device is gone. */
    public void unplug(String machine) {
        place(machine).pull();
    }

    /** Puts the cable back: the same link leads to a new device. */
    public void replug(String machine) {
        try {
            place(machine).plugIn();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put the cable of " + machine + " back", e);
        }
    }

    @Override
    public void close() {
        places.values().forEach(Place::pull);
    }

    private Place place(String machine) {
        Place place = places.get(machine);
        if (place == null) {
            throw new IllegalArgumentException("there is no machine " + machine + "; there are " + places.keySet());
        }
        return place;
    }

    /** Where a machine stands: its firmware, and the cable if it is plugged in. */
    private static final class Place {
        private final Path link;
        private final SimulatedFirmware firmware;
        private @Nullable PseudoTerminal cable;

        Place(Path link, SimulatedFirmware firmware) {
            this.link = link;
            this.firmware = firmware;
        }

        synchronized void plugIn() throws IOException {
            pull();
            PseudoTerminal terminal = PseudoTerminal.open();
            Path fresh = link.resolveSibling(link.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, terminal.device());
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            cable = terminal;
            Thread work = new Thread(() -> firmware.serve(terminal), "simulated " + link.getFileName());
            work.setDaemon(true);
            work.start();
        }

        synchronized void pull() {
            if (cable != null) {
                cable.close();
                cable = null;
                try {
                    Files.deleteIfExists(link);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot remove " + link, e);
                }
            }
        }
    }
}
