package org.cosmofab.agent.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.bridge.gcode.Analysis;
import org.cosmofab.bridge.gcode.AxisLimits;
import org.cosmofab.bridge.gcode.Bounds;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.GateProfile;
import org.cosmofab.bridge.gcode.Junction;
import org.cosmofab.bridge.gcode.KinematicLimits;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.Preflight;
import org.cosmofab.bridge.gcode.Remark;

/** Writes an analysis in the form of docs/analysis.schema.json: millimetres, seconds, degrees Celsius. */
public final class AnalysisJson {
    private static final int VERSION = 1;
    private static final double NANOSECONDS = 1e9;
    private static final double DECIMALS = 1e6;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    /**
     * How a file was read.
     *
     * @param guessed the dialect that its beginning looks like
     * @param read the dialect it was read in
     */
    public record Reading(
            String file,
            Optional<Dialect> guessed,
            Dialect read,
            GateProfile profile,
            KinematicLimits limits,
            double filamentDiameterMm) {}

    /** Text of the JSON, over several lines. */
    public static String of(Reading reading, Preflight.Report report) {
        AnalysisJson json = new AnalysisJson();
        json.source(reading, report);
        json.measured(report.analysis(), reading.filamentDiameterMm());
        json.limits(reading.limits());
        json.findings(report.remarks());
        return json.root.toPrettyString();
    }

    private void source(Reading reading, Preflight.Report report) {
        root.put("analysis", VERSION);
        root.put("file", reading.file());
        root.put("bytes", report.bytes());
        root.putObject("lines")
                .put("source", report.sourceLines())
                .put("sent", report.analysis().size().lines())
                .put("refused", report.linesRefused());
        ObjectNode dialect = root.putObject("dialect");
        dialect.put("read", name(reading.read()));
        dialect.put("detected", reading.guessed().map(AnalysisJson::name).orElse(null));
        root.put("machine", name(reading.profile().kind()));
    }

    private void measured(Analysis analysis, double diameterMm) {
        root.put(
                "layers",
                analysis.size().layers().isPresent() ? analysis.size().layers().getAsInt() : null);
        ObjectNode bounds = root.putObject("bounds");
        bounds.set("all", bounds(analysis.extents().all()));
        bounds.set("working", bounds(analysis.extents().working()));
        root.put("seconds", rounded(analysis.duration().toNanos() / NANOSECONDS));
        Analysis.Distances ways = analysis.distances();
        root.putObject("distances")
                .put("travel", rounded(ways.travel()))
                .put("work", rounded(ways.work()))
                .put("beamOn", rounded(ways.beamOn()));
        root.putObject("filament")
                .put("length", rounded(ways.filament()))
                .put("diameter", diameterMm)
                .put("volume", rounded(ways.filamentVolume(diameterMm)));
        root.putObject("temperaturesMax")
                .put("nozzle", analysis.temperaturesMax().nozzle())
                .put("bed", analysis.temperaturesMax().bed());
    }

    private static ObjectNode bounds(Optional<Bounds> box) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        box.ifPresent(bounds -> {
            node.set("min", point(bounds.min()));
            node.set("max", point(bounds.max()));
        });
        return node;
    }

    private static ObjectNode point(Point point) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("x", rounded(point.x()))
                .put("y", rounded(point.y()))
                .put("z", rounded(point.z()));
    }

    /** Which machine the time is for; it would be another on another. */
    private void limits(KinematicLimits limits) {
        ObjectNode node = root.putObject("limits");
        node.set("speed", axes(limits.speedMax()));
        node.set("acceleration", axes(limits.accelerationMax()));
        if (limits.junction() instanceof Junction.ClassicJerk jerk) {
            node.set("jerk", axes(jerk.mmPerSecond()));
        } else if (limits.junction() instanceof Junction.Deviation deviation) {
            node.put("junctionDeviation", deviation.mm());
        }
        node.put("lookAhead", limits.lookAhead());
        node.put("arcTolerance", limits.resolution().arcToleranceMm());
    }

    private static ArrayNode axes(AxisLimits limits) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(rounded(limits.x()))
                .add(rounded(limits.y()))
                .add(rounded(limits.z()))
                .add(rounded(limits.e()));
    }

    private void findings(List<Remark> remarks) {
        ArrayNode findings = root.putArray("findings");
        for (Remark remark : remarks) {
            ObjectNode finding = findings.addObject();
            finding.put("line", remark.line());
            finding.put("code", remark.code());
            finding.put("detail", remark.detail());
            finding.putObject("remedy").put("en", remark.remedy()).put("fr", remark.remedy(Locale.FRENCH));
        }
    }

    private static String name(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    private static String name(GateProfile.Kind kind) {
        return switch (kind) {
            case FDM_PRINTER -> "printer";
            case LASER -> "laser";
            case MILL -> "mill";
        };
    }

    private static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
