package org.cosmofab.bridge.gcode;

/**
 * What a program may ask of one machine.
 *
 * @param envelope where the tool may go, in work co-ordinates; a printer's home is 0 on every axis
 * @param temperaturesMax the highest targets allowed; 0 where there is no heater
 * @param speedsMax the highest feed and acceleration a program may set
 * @param powerMax the highest S of a beam or spindle; 0 where there is none
 * @param constantBeamAllowed whether a laser may be used with M3, which burns on while it stands
 */
public record GateProfile(
        Kind kind,
        Bounds envelope,
        Analysis.Temperatures temperaturesMax,
        Speeds speedsMax,
        double powerMax,
        boolean constantBeamAllowed) {

    private static final double CELSIUS_LIMIT = 500;
    private static final double SIZE_LIMIT_MM = 20_000;

    /** Kinds of machines, each with its own list of allowed commands. */
    public enum Kind {
        FDM_PRINTER(Dialect.MARLIN, "printer"),
        LASER(Dialect.GRBL, "laser"),
        MILL(Dialect.GRBL, "mill");

        private final Dialect dialect;
        private final String inWords;

        Kind(Dialect dialect, String inWords) {
            this.dialect = dialect;
            this.inWords = inWords;
        }

        String inWords() {
            return inWords;
        }

        /** The dialect that machines of this kind are spoken to in. */
        public Dialect dialect() {
            return dialect;
        }
    }

    /**
     * Highest speeds along the way.
     *
     * @param acceleration in mm/s2, what a program may set with M204; 0 where programs may not set it
     */
    public record Speeds(double feedMmPerMinute, double acceleration) {
        public Speeds {
            requirePositive("feed", feedMmPerMinute);
            if (!(acceleration >= 0) || !Double.isFinite(acceleration)) {
                throw new IllegalArgumentException(
                        "highest acceleration " + acceleration + ": give 0 or a positive number");
            }
        }
    }

    public GateProfile {
        requireTemperature("nozzle", temperaturesMax.nozzle());
        requireTemperature("bed", temperaturesMax.bed());
        requireSize(envelope);
        if (kind == Kind.FDM_PRINTER) {
            requirePositive("nozzle temperature", temperaturesMax.nozzle());
            requireHome(envelope);
        } else {
            requirePositive("power", powerMax);
        }
    }

    /** A printer that melts filament. */
    public static GateProfile ofPrinter(Bounds envelope, Analysis.Temperatures temperaturesMax, Speeds speedsMax) {
        return new GateProfile(Kind.FDM_PRINTER, envelope, temperaturesMax, speedsMax, 0, false);
    }

    /** A laser cutter, which is used with M4 unless the constant beam is allowed. */
    public static GateProfile ofLaser(
            Bounds envelope, double feedMaxMmPerMinute, double powerMax, boolean constantBeamAllowed) {
        return new GateProfile(
                Kind.LASER, envelope, unheated(), feedOnly(feedMaxMmPerMinute), powerMax, constantBeamAllowed);
    }

    /** A mill; Z below 0 is in the material. */
    public static GateProfile ofMill(Bounds envelope, double feedMaxMmPerMinute, double spindleSpeedMax) {
        return new GateProfile(Kind.MILL, envelope, unheated(), feedOnly(feedMaxMmPerMinute), spindleSpeedMax, false);
    }

    private static Analysis.Temperatures unheated() {
        return new Analysis.Temperatures(0, 0);
    }

    private static Speeds feedOnly(double feedMaxMmPerMinute) {
        return new Speeds(feedMaxMmPerMinute, 0);
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("highest " + what + " " + value + ": give a positive number");
        }
    }

    private static void requireTemperature(String heater, double value) {
        if (!(value >= 0 && value <= CELSIUS_LIMIT)) {
            throw new IllegalArgumentException("highest " + heater + " temperature " + value + ": give 0 to "
                    + CELSIUS_LIMIT + " degrees Celsius");
        }
    }

    private static void requireHome(Bounds envelope) {
        if (!envelope.contains(Point.ORIGIN)) {
            throw new IllegalArgumentException(
                    "envelope " + envelope + " without a printer's home: give one that holds 0 on every axis");
        }
    }

    private static void requireSize(Bounds envelope) {
        double largest = Math.max(envelope.width(), Math.max(envelope.depth(), envelope.height()));
        if (largest > SIZE_LIMIT_MM) {
            throw new IllegalArgumentException(
                    "envelope of " + largest + " mm: give at most " + SIZE_LIMIT_MM + " mm along an axis");
        }
    }
}
