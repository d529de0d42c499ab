package org.cosmofab.orchestrator.preparation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.preparation.domain.Drawing;
import org.cosmofab.orchestrator.preparation.domain.LaserCam;
import org.cosmofab.orchestrator.preparation.domain.LaserCode;
import org.cosmofab.orchestrator.preparation.domain.LaserStep;
import org.cosmofab.orchestrator.preparation.svg.SvgReader;
import org.cosmofab.orchestrator.preparation.svg.SvgRefused;
import org.locationtech.jts.geom.Coordinate;

/** From an SVG drawing to G-code for a laser. */
final class LaserWork {
    /** Changes whenever the same drawing would give other G-code, so that the cache forgets. */
    static final String VERSION = "laser-cam 2";

    /** Width of the cut of a 40 W CO2 laser in 3 mm plywood; a setting of machine and material later. */
    static final double KERF_MM = 0.15;

    private LaserWork() {}

    static Result<Making> make(DesignVersion.Part part, byte[] file, Machine machine) {
        try {
            Drawing drawing = SvgReader.read(file, steps(part));
            LaserCam.Plan plan = LaserCam.plan(drawing, KERF_MM);
            Machine.Envelope envelope = machine.envelope();
            if (plan.widthMm() > envelope.maxX() - envelope.minX()
                    || plan.heightMm() > envelope.maxY() - envelope.minY()) {
                return tooLarge(part, plan, machine);
            }
            Coordinate corner = new Coordinate(envelope.minX(), envelope.minY());
            String code = LaserCode.write(plan, corner, machine.limits().powerMax());
            return Result.done(new Making(
                    code.getBytes(StandardCharsets.US_ASCII),
                    PreparedProgram.Origin.CAM,
                    OptionalDouble.of(plan.areaMm2()),
                    OptionalDouble.empty(),
                    ""));
        } catch (SvgRefused e) {
            return Result.refused(Refusal.of(kind(e), part.file() + ": " + e.getMessage()));
        } catch (LaserCam.NotCuttable e) {
            return Result.refused(
                    Refusal.of(PreparationRefusal.DRAWING_NOT_CUTTABLE, part.file() + ": " + e.getMessage()));
        }
    }

    private static Result<Making> tooLarge(DesignVersion.Part part, LaserCam.Plan plan, Machine machine) {
        return Result.refused(Refusal.of(
                PreparationRefusal.PART_TOO_LARGE,
                String.format(
                        Locale.ROOT,
                        "%s takes %.1f x %.1f mm, more than %s has; split the sheet",
                        part.file(),
                        plan.widthMm(),
                        plan.heightMm(),
                        machine.id())));
    }

    private static List<LaserStep> steps(DesignVersion.Part part) {
        if (part.laser().isEmpty()) {
            return LaserStep.usual();
        }
        return IntStream.range(0, part.laser().size())
                .mapToObj(i -> {
                    DesignVersion.LaserPass pass = part.laser().get(i);
                    return new LaserStep(
                            i,
                            pass.colour(),
                            pass.cuts(),
                            pass.powerPercent().doubleValue(),
                            pass.feedMmPerMinute().doubleValue(),
                            pass.passes());
                })
                .toList();
    }

    private static PreparationRefusal kind(SvgRefused refused) {
        return switch (refused.reason()) {
            case UNREADABLE -> PreparationRefusal.DRAWING_UNREADABLE;
            case UNSAFE -> PreparationRefusal.DRAWING_UNSAFE;
            case NOT_CUTTABLE -> PreparationRefusal.DRAWING_NOT_CUTTABLE;
        };
    }
}
