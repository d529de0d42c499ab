package org.cosmofab.designs.manifest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.finding.Place;

/**
 * Reads declared sizes in the dialects that real manifests use: width, depth and height in millimetres, or an OpenSCAD
 * expression with a unit.
 */
final class DimensionsReader {

    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,9})?)";
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern CUBE = Pattern.compile("cube\\(\\s*(?:size\\s*=)?\\s*\\[\\s*" + NUMBER + "\\s*,\\s*"
            + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*\\].*");
    private static final Pattern CYLINDER =
            Pattern.compile("cylinder\\(\\s*h\\s*=\\s*" + NUMBER + "\\s*,\\s*([rd])\\s*=\\s*" + NUMBER + ".*");
    private static final List<String> SIDES = List.of("width", "depth", "height");

    private final Findings findings;

    DimensionsReader(Findings findings) {
        this.findings = findings;
    }

    /** The size that a manifest's or part's table declares, if any. */
    Optional<Dimensions> read(Node table) {
        Node declared = table.firstField("outer-dimensions", "outer-dimension");
        Node first = declared.each().stream().findFirst().orElse(declared);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (first.isText()) {
            return scad(first, table.text("outer-dimension-dim").orElse("mm"));
        }
        Node expression = first.firstField("openSCAD", "openscad");
        return expression.isEmpty()
                ? sides(first)
                : scad(expression, first.text("unit").orElse("mm"));
    }

    private Optional<Dimensions> sides(Node table) {
        List<Optional<BigDecimal>> sizes =
                SIDES.stream().map(side -> length(table.field(side))).toList();
        if (sizes.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Dimensions(
                sizes.get(0).orElseThrow(),
                sizes.get(1).orElseThrow(),
                sizes.get(2).orElseThrow()));
    }

    private Optional<BigDecimal> length(Node node) {
        String written = node.text().orElse("");
        if (LENGTH.matcher(written).matches() && new BigDecimal(written).signum() > 0) {
            return Optional.of(new BigDecimal(written));
        }
        findings.add(FindingCode.DIMENSION_INVALID, node.place(), written);
        return Optional.empty();
    }

    private Optional<Dimensions> scad(Node expression, String unit) {
        String written = expression.text().orElse("");
        Place place = expression.place();
        if (!unit.equals("mm")) {
            findings.add(FindingCode.DIMENSION_INVALID, place, written + " " + unit);
            return Optional.empty();
        }
        Matcher cube = CUBE.matcher(written);
        Matcher cylinder = CYLINDER.matcher(written);
        if (cube.matches()) {
            findings.add(FindingCode.DIMENSION_DIALECT, place, written);
            return Optional.of(new Dimensions(
                    new BigDecimal(cube.group(1)), new BigDecimal(cube.group(2)), new BigDecimal(cube.group(3))));
        }
        if (cylinder.matches()) {
            findings.add(FindingCode.DIMENSION_DIALECT, place, written);
            BigDecimal round = new BigDecimal(cylinder.group(3));
            BigDecimal across = cylinder.group(2).equals("r") ? round.add(round) : round;
            return Optional.of(new Dimensions(across, across, new BigDecimal(cylinder.group(1))));
        }
        findings.add(FindingCode.DIMENSION_INVALID, place, written);
        return Optional.empty();
    }
}
