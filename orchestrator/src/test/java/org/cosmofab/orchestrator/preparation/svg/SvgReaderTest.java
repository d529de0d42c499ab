package org.cosmofab.orchestrator.preparation.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.cosmofab.orchestrator.preparation.domain.Drawing;
import org.cosmofab.orchestrator.preparation.domain.LaserStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** What is read, and as what. */
class SvgReaderTest {
    private static final String CUT = "stroke='#000000' fill='none'";

    @ParameterizedTest
    @CsvSource({
        "100mm, 50mm, 100",
        "10cm, 5cm, 100",
        "10in, 5in, 254",
        "960px, 480px, 254",
        "960, 480, 254",
        "720pt, 360pt, 254",
        "60pc, 30pc, 254",
        "1e2mm, 50.0mm, 100",
        "' 100mm ', 50 mm, 100"
    })
    void takesTheUnitsOfThePage(String width, String height, double millimetres) throws Exception {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='" + width + "' height='" + height
                + "' viewBox='0 0 100 50'><rect width='100' height='50' " + CUT + "/></svg>";
        assertThat(extent(read(svg)).getWidth()).isCloseTo(millimetres, within(1e-6));
        assertThat(extent(read(svg)).getHeight()).isCloseTo(millimetres / 2, within(1e-6));
    }

    @Test
    void takesPixelsWhereThereIsNoViewBox() throws Exception {
        Drawing drawing =
                read("<svg width='100mm' height='100mm'><rect x='0' y='0' width='96' height='48' " + CUT + "/></svg>");
        assertThat(extent(drawing).getWidth()).isCloseTo(25.4, within(1e-9));
        assertThat(extent(drawing).getHeight()).isCloseTo(12.7, within(1e-9));
    }

    @Test
    void takesUnitsOfLengthsInsideOfTheDrawing() throws Exception {
        Drawing drawing = read("<svg width='100mm' height='100mm'><rect width='30mm' height='1in' " + CUT + "/></svg>");
        assertThat(extent(drawing).getWidth()).isCloseTo(30, within(1e-9));
        assertThat(extent(drawing).getHeight()).isCloseTo(25.4, within(1e-9));
    }

    @Test
    void turnsYUpwardsAndTakesTheViewBoxsOrigin() throws Exception {
        Drawing drawing = read("<svg width='100mm' height='100mm' viewBox='10 20 100 100'><line x1='10' y1='20' x2='30'"
                + " y2='50' " + CUT + "/></svg>");
        assertThat(points(drawing)).containsExactly(new Coordinate(0, 100), new Coordinate(20, 70));
    }

    @Test
    void keepsProportionsAsEveryViewerDoes() throws Exception {
        String svg = "<svg width='100mm' height='100mm' viewBox='0 0 200 100' %s><rect width='100' height='100' " + CUT
                + "/></svg>";
        assertThat(extent(read(svg.formatted(""))).toString()).isEqualTo(new Envelope(0, 50, 25, 75).toString());
        assertThat(extent(read(svg.formatted("preserveAspectRatio='none'"))).toString())
                .isEqualTo(new Envelope(0, 50, 0, 100).toString());
    }

    @Test
    void appliesTransformsFromTheInsideOut() throws Exception {
        Drawing drawing = read(page("<g transform='translate(10 20)'><g transform='scale(2)'><line x1='1' y1='1' x2='2'"
                + " y2='1' transform='rotate(90)' " + CUT + "/></g></g>"));
        // rotate: (1,1) to (-1,1) and (2,1) to (-1,2); scaled (-2,2), (-2,4); moved (8,22), (8,24); turned upwards.
        assertThat(points(drawing).get(0).distance(new Coordinate(8, 78))).isLessThan(1e-9);
        assertThat(points(drawing).get(1).distance(new Coordinate(8, 76))).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"matrix(1 0 0 1 5 0)", "translate(5)", "translate(5,0) scale(1)", "skewX(0) translate(5 0)"})
    void readsEveryFormOfTransform(String transform) throws Exception {
        Drawing drawing = read(page("<line x1='0' y1='0' x2='1' y2='0' transform='" + transform + "' " + CUT + "/>"));
        assertThat(points(drawing).get(0).distance(new Coordinate(5, 100))).isLessThan(1e-9);
    }

    @Test
    void flattensCirclesFinerThanABeam() throws Exception {
        Drawing drawing = read(page("<circle cx='50' cy='50' r='40' " + CUT + "/>"));
        Coordinate centre = new Coordinate(50, 50);
        assertThat(points(drawing))
                .allSatisfy(p -> assertThat(p.distance(centre)).isCloseTo(40, within(0.05)));
        assertThat(points(drawing)).hasSizeGreaterThan(30);
        assertThat(drawing.strokes().get(0).isClosed()).isTrue();
        chordsStayNear(points(drawing), centre, 40);
    }

    @Test
    void readsEllipsesAndRoundedRectangles() throws Exception {
        assertThat(extent(read(page("<ellipse cx='50' cy='50' rx='40' ry='10' " + CUT + "/>")))
                        .toString())
                .isEqualTo(new Envelope(10, 90, 40, 60).toString());
        Drawing rounded = read(page("<rect x='10' y='10' width='50' height='30' rx='5' " + CUT + "/>"));
        assertThat(extent(rounded).toString()).isEqualTo(new Envelope(10, 60, 60, 90).toString());
        assertThat(points(rounded)).hasSizeGreaterThan(12).noneMatch(p -> p.distance(new Coordinate(10, 90)) < 2);
        assertThat(points(read(page("<rect x='10' y='10' width='50' height='30' rx='5' ry='0' " + CUT + "/>"))))
                .hasSize(5);
    }

    @Test
    void readsArcsCurvesAndRelativePaths() throws Exception {
        Drawing arc = read(page("<path d='M 10 50 A 40 40 0 0 1 90 50' " + CUT + "/>"));
        chordsStayNear(points(arc), new Coordinate(50, 50), 40);
        assertThat(points(read(page("<path d='m10,10h5v5h-5z' " + CUT + "/>"))))
                .containsExactly(
                        new Coordinate(10, 90),
                        new Coordinate(15, 90),
                        new Coordinate(15, 85),
                        new Coordinate(10, 85),
                        new Coordinate(10, 90));
        assertThat(points(read(page("<path d='M0 0C0 50 100 50 100 0S50-20 0 0' " + CUT + "/>"))))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "A 40 40 0 0 1 90 50, 50, 50, 40, 125.66",
        "a 40 40 0 0 0 80 0, 50, 50, 40, 125.66",
        "A 1 1 0 0 1 90 50, 50, 50, 40, 125.66",
        "A 40 40 0 0 1 50 10, 50, 50, 40, 62.83",
        "A 40 40 0 1 0 50 10, 50, 50, 40, 188.5",
        "A 40 40 0 1 1 50 90, 50, 50, 40, 188.5",
        "A -40 40 30 0 1 50 10, 50, 50, 40, 62.83"
    })
    void followsArcsToAHundredthOfAMillimetre(String arc, double x, double y, double radius, double length)
            throws Exception {
        Drawing drawing = read(page("<path d='M 10 50 " + arc + "' " + CUT + "/>"));
        Coordinate centre = new Coordinate(x, 100 - y);
        assertThat(points(drawing))
                .allSatisfy(p -> assertThat(p.distance(centre)).isCloseTo(radius, within(0.001)));
        chordsStayNear(points(drawing), centre, radius);
        assertThat(length(points(drawing))).isCloseTo(length, within(0.1));
    }

    @Test
    void turnsEllipticArcs() throws Exception {
        Drawing drawing = read(page("<path d='M 50 10 A 40 20 90 0 1 50 90' " + CUT + "/>"));
        assertThat(extent(drawing).getMaxX()).isCloseTo(70, within(0.02));
    }

    @Test
    void readsEachOutlineOfAPathAsAStroke() throws Exception {
        Drawing drawing = read(page("<path d='M10 10H50V50Z M20 20H30V30Z' " + CUT + "/>"));
        assertThat(drawing.strokes()).hasSize(2).allMatch(Drawing.Stroke::isClosed);
    }

    @Test
    void drawsOnFromWhereAnOutlineEnded() throws Exception {
        Drawing drawing = read(page("<path d='M10 10H50V50Z L5 5' " + CUT + "/>"));
        assertThat(drawing.strokes()).hasSize(2);
        assertThat(drawing.strokes().get(0).isClosed()).isTrue();
        assertThat(drawing.strokes().get(1).points()).containsExactly(new Coordinate(10, 90), new Coordinate(5, 95));
    }

    @Test
    void closesWhatIsNearlyClosed() throws Exception {
        assertThat(read(page("<path d='M10 10H50V50L10.03 10.02' " + CUT + "/>"))
                        .strokes()
                        .get(0)
                        .isClosed())
                .isTrue();
        assertThat(read(page("<path d='M10 10H50V50L10.2 10.2' " + CUT + "/>"))
                        .strokes()
                        .get(0)
                        .isClosed())
                .isFalse();
    }

    @Test
    void readsPolygonsAndPolylinesInEveryWayOfWriting() throws Exception {
        assertThat(points(read(page("<polygon points='10,10 20,10 20,20' " + CUT + "/>"))))
                .hasSize(4);
        assertThat(points(read(page("<polyline points='10,10,20,10-0,20' " + CUT + "/>"))))
                .containsExactly(new Coordinate(10, 90), new Coordinate(20, 90), new Coordinate(0, 80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ff0000", "#FF0000", "#f00", "red", "RED", "rgb(255,0,0)", "rgb(255, 0, 0)", " red "})
    void knowsAColourHoweverItIsWritten(String colour) throws Exception {
        Drawing drawing = read(page("<line x2='5' y2='5' stroke='" + colour + "'/>"));
        assertThat(drawing.strokes().get(0).step().colour()).isEqualTo("#ff0000");
    }

    @Test
    void inheritsStrokesFromGroupsAndLetsStylesWin() throws Exception {
        Drawing drawing =
                read(page("<g stroke='red' fill='none'><line x2='5' y2='5'/><line x2='6' y2='5' stroke='black'/>"
                        + "<line x2='7' y2='5' stroke='black' style='stroke : red !important; fill:none'/></g>"));
        assertThat(drawing.strokes())
                .extracting(stroke -> stroke.step().colour())
                .containsExactly("#ff0000", "#000000", "#ff0000");
    }

    @Test
    void leavesOutWhatNobodySees() throws Exception {
        Drawing drawing = read(page("<title>t</title><desc>d</desc><metadata><x:y xmlns:x='urn:x'/></metadata>"
                + "<defs><rect width='5' height='5' " + CUT + "/></defs>"
                + "<rect width='100' height='100' fill='white'/><rect width='100' height='100' fill='none'/>"
                + "<i:namedview xmlns:i='http://www.inkscape.org/namespaces/inkscape'><i:g/><i:path d='M0 0'/></i:namedview>"
                + "<line x2='5' y2='5' " + CUT + "/>"));
        assertThat(drawing.strokes()).hasSize(1);
    }

    @Test
    void readsNoAttributesOfEditorsForSvgsOwn() throws Exception {
        Drawing drawing = read(page("<path xmlns:i='urn:i' i:d='M0 0L90 90' d='M0 0L5 0' i:transform='scale(9)' "
                + "i:stroke='red' i:onload='x' " + CUT + "/>"));
        assertThat(points(drawing)).containsExactly(new Coordinate(0, 100), new Coordinate(5, 100));
    }

    @Test
    void tellsWhereAStrokeStandsInTheFile() throws Exception {
        Drawing drawing = read(page("\n\n<line x2='5' y2='5' " + CUT + "/>"));
        assertThat(drawing.strokes().get(0).place()).isEqualTo("line 3, <line>");
    }

    private static void chordsStayNear(List<Coordinate> points, Coordinate centre, double radius) {
        IntStream.range(1, points.size()).forEach(i -> {
            Coordinate a = points.get(i - 1);
            Coordinate b = points.get(i);
            Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
            assertThat(middle.distance(centre)).isCloseTo(radius, within(0.03));
        });
    }

    private static double length(List<Coordinate> points) {
        return IntStream.range(1, points.size())
                .mapToDouble(i -> points.get(i).distance(points.get(i - 1)))
                .sum();
    }

    private static String page(String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='100mm' height='100mm' viewBox='0 0 100 100'>" + content
                + "</svg>";
    }

    private static Drawing read(String svg) throws SvgRefused {
        return SvgReader.read(svg.getBytes(StandardCharsets.UTF_8), LaserStep.usual());
    }

    private static List<Coordinate> points(Drawing drawing) {
        assertThat(drawing.strokes()).hasSize(1);
        return drawing.strokes().get(0).points();
    }

    private static Envelope extent(Drawing drawing) {
        Envelope extent = new Envelope();
        drawing.strokes()
                .forEach(stroke -> stroke.points()
                        .forEach(
                                p -> extent.expandToInclude(Math.round(p.x * 1e9) / 1e9, Math.round(p.y * 1e9) / 1e9)));
        return extent;
    }
}
