package org.cosmofab.orchestrator.preparation.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cosmofab.orchestrator.preparation.domain.LaserStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, with its line and its remedy. */
class SvgRefusalsTest {
    private static final String CUT = "stroke='black' fill='none'";
    private static final String LINE = "<line x2='5' y2='5' " + CUT + "/>";

    /** Each stands on the second line of a drawing. */
    static Stream<Arguments> unsafe() {
        return Stream.of(
                Arguments.of("<script>alert(1)</script>", "<script> can do more than be cut; delete it"),
                Arguments.of("<SCRIPT/>", "<SCRIPT> can do more than be cut; delete it"),
                Arguments.of("<defs><script/></defs>", "<script> can do more than be cut; delete it"),
                Arguments.of("<metadata><script/></metadata>", "<script> can do more than be cut"),
                Arguments.of("<foreignObject/>", "<foreignObject> can do more than be cut"),
                Arguments.of("<animate attributeName='d'/>", "<animate> can do more than be cut"),
                Arguments.of("<set attributeName='d'/>", "<set> can do more than be cut"),
                Arguments.of("<g onload='x()'/>", "<g> has the script attribute onload; delete it"),
                Arguments.of("<defs><g ONCLICK='x()'/></defs>", "<g> has the script attribute onclick; delete it"),
                Arguments.of("<a href='javascript:x()'/>", "<a> has the script attribute href; delete it"),
                Arguments.of("<a href=' java&#10;script:x()'/>", "<a> has the script attribute href; delete it"),
                Arguments.of("<g fill='url(http://evil/x)'/>", "<g> refers in fill to something outside of the file"),
                Arguments.of(
                        "<g style=\"fill:url( 'https://evil/x')\"/>",
                        "<g> refers in style to something outside of the file; delete it"),
                Arguments.of(
                        "<g style='fill:url(#a);stroke:url(//evil)'/>",
                        "<g> refers in style to something outside of the file; delete it"),
                Arguments.of(
                        "<?xml-stylesheet href='http://evil/x.css'?>", "<?xml-stylesheet?> is not read; delete it"),
                Arguments.of("<defs><?php x?></defs>", "<?php?> is not read; delete it"));
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    void refusesWhatCouldRunOrLoad(String content, String why) {
        refuses(SvgRefused.Reason.UNSAFE, page("\n" + content), "line 2, " + why);
    }

    static Stream<Arguments> uncuttable() {
        String page = "; delete it or make the page larger";
        return Stream.of(
                Arguments.of("<text>Hi</text>", "<text> is not a line; convert it to paths or delete it"),
                Arguments.of("<image href='a.png'/>", "<image> is not a line; convert it to paths or delete it"),
                Arguments.of("<use href='#a'/>", "<use> is not a line; convert it to paths or delete it"),
                Arguments.of("<style>path{stroke:red}</style>", "<style> is not a line"),
                Arguments.of("<defs><style>.a{stroke:red}</style></defs>", "<style> changes colours from afar; export"),
                Arguments.of("<symbol/>", "<symbol> is not a line"),
                Arguments.of("<clipPath/>", "<clipPath> is not a line"),
                Arguments.of("<switch/>", "<switch> is not a line"),
                Arguments.of("<svg width='5'/>", "<svg> is a drawing in a drawing; ungroup it"),
                Arguments.of(
                        "<line x2='5' y2='5' stroke='#123456'/>",
                        "<line> has the stroke #123456, which means nothing here; use #ff0000 to engrave or #000000 to cut"),
                Arguments.of("<line x2='5' y2='5' stroke='hotpink'/>", "<line> has the stroke hotpink, which means"),
                Arguments.of("<rect width='5' height='5'/>", "<rect> is filled and has no stroke, and a laser follows"),
                Arguments.of("<g fill='red'><circle r='5'/></g>", "<circle> is filled and has no stroke"),
                Arguments.of(
                        "<g display='none'>" + LINE + "</g>", "<g> is hidden, but would be cut; show it or delete"),
                Arguments.of("<g style='display : none'/>", "<g> is hidden"),
                Arguments.of("<g visibility='hidden'/>", "<g> is hidden"),
                Arguments.of("<g style='opacity:0'/>", "<g> is hidden"),
                Arguments.of("<g stroke-opacity='0.0'/>", "<g> is hidden"),
                Arguments.of("<g clip-path='url(#c)'/>", "<g> has a clip-path, which a laser does not follow; cut the"),
                Arguments.of("<g style='mask:url(#c)'/>", "<g> has a mask, which a laser does not follow"),
                Arguments.of("<g stroke-dasharray='2 1'/>", "<g> is dashed, but would be cut whole; draw each dash"),
                Arguments.of("<g style='transform:scale(2)'/>", "<g> is moved by its style; apply the transform"),
                Arguments.of(
                        "<line x1='150' y1='5' x2='160' y2='5' " + CUT + "/>",
                        "<line> lies outside of the page, where nobody sees it" + page));
    }

    @ParameterizedTest
    @MethodSource("uncuttable")
    void refusesWhatWouldBeCutOtherwiseThanItLooks(String content, String why) {
        refuses(SvgRefused.Reason.NOT_CUTTABLE, page("\n" + content), "line 2, " + why);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("<path " + CUT + "/>", "<path> cannot be read: it has no d; draw it again"),
                Arguments.of("<path d='' " + CUT + "/>", "<path> cannot be read: it has no d; draw it again"),
                Arguments.of(
                        "<path d='L5 5' " + CUT + "/>",
                        "<path> cannot be read: its d must begin with M; draw it again"),
                Arguments.of("<path d='z' " + CUT + "/>", "<path> cannot be read: its d must begin with M"),
                Arguments.of("<path d='M0 0 L5' " + CUT + "/>", "<path> cannot be read: "),
                Arguments.of(
                        "<path d='M0 0 L1e99 5' " + CUT + "/>", "<path> cannot be read: a co-ordinate is too large"),
                Arguments.of("<path d='M0 0 Lx 5' " + CUT + "/>", "<path> cannot be read: "),
                Arguments.of("<polygon points='' " + CUT + "/>", "<polygon> cannot be read: it has no points"),
                Arguments.of("<polyline points='1,1 2' " + CUT + "/>", "<polyline> cannot be read: "),
                Arguments.of("<rect width='5' " + CUT + "/>", "<rect> cannot be read: its height must be more than 0"),
                Arguments.of("<rect width='-5' height='5' " + CUT + "/>", "<rect> cannot be read: its width must be"),
                Arguments.of(
                        "<rect width='50%' height='5' " + CUT + "/>",
                        "<rect> cannot be read: its width is '50%', which is not a number; draw it again"),
                Arguments.of("<circle r='NaN' " + CUT + "/>", "<circle> cannot be read: its r is 'NaN', which is not"),
                Arguments.of("<circle r='0x1p3' " + CUT + "/>", "<circle> cannot be read: its r is '0x1p3', which"),
                Arguments.of("<circle " + CUT + "/>", "<circle> cannot be read: its r must be more than 0"),
                Arguments.of("<g transform='rotate(x)'/>", "<g> has an unreadable transform; apply it in the editor"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesNumbersThatAreNone(String content, String why) {
        refuses(SvgRefused.Reason.UNREADABLE, page("\n" + content), "line 2, " + why);
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("height='9mm'", "<svg> has no width; give it in mm, such as width=\"100mm\""),
                Arguments.of("width='9mm'", "<svg> has no height; give it in mm, such as height=\"100mm\""),
                Arguments.of("width='100%' height='9mm'", "<svg> has the width '100%'; give it in mm"),
                Arguments.of("width='wide' height='9mm'", "<svg> has the width 'wide'; give it in mm"),
                Arguments.of("width='9em' height='9mm'", "<svg> has the width '9em'; give it in mm"),
                Arguments.of(
                        "width='0' height='9mm'", "<svg> has the width '0'; give more than 0 and at most 5000.0 mm"),
                Arguments.of("width='-4mm' height='9mm'", "<svg> has the width '-4mm'; give more than 0"),
                Arguments.of("width='9km' height='9mm'", "<svg> has the width '9km'; give it in mm"),
                Arguments.of(
                        "width='6000mm' height='9mm'", "<svg> has the width '6000mm'; give more than 0 and at most"),
                Arguments.of("width='9mm' height='9mm' viewBox='0 0 5'", "<svg> has the viewBox '0 0 5'; give four"),
                Arguments.of(
                        "width='9mm' height='9mm' viewBox='0 0 0 5'", "<svg> has the viewBox '0 0 0 5'; give four"),
                Arguments.of(
                        "width='9mm' height='9mm' viewBox='0 0 a 5'", "<svg>: its viewBox has 'a', which is not a"),
                Arguments.of("width='9mm' height='9mm' viewBox='0 0 9mm 5'", "<svg>: its viewBox has '9mm', which is"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void refusesPagesWithoutASize(String attributes, String why) {
        refuses(SvgRefused.Reason.UNREADABLE, "\n\n<svg " + attributes + ">" + LINE + "</svg>", "line 3, " + why);
    }

    @Test
    void refusesPagesThatAreCutToSize() {
        refuses(
                SvgRefused.Reason.NOT_CUTTABLE,
                "<svg width='9mm' height='9mm' preserveAspectRatio='xMidYMid slice'/>",
                "line 1, <svg> cuts its page to size by preserveAspectRatio; delete that attribute");
    }

    @Test
    void refusesDocumentTypesBeforeTheirEntitiesAreLookedAt() {
        String laughs = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        String outside = "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>";
        String usual =
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>";
        for (String type : List.of(laughs, outside, usual)) {
            refuses(SvgRefused.Reason.UNSAFE, type + page("&a;" + LINE), "line 1, <!DOCTYPE> is not read; delete it");
        }
    }

    @Test
    void refusesWhatIsNoXml() {
        String remedy = "this is not well-formed XML; export the drawing again as plain SVG";
        refuses(SvgRefused.Reason.UNREADABLE, "", "line 1: " + remedy);
        refuses(SvgRefused.Reason.UNREADABLE, "0 SECTION", "line 1: " + remedy);
        refuses(SvgRefused.Reason.UNREADABLE, page("\n<g>"), "line 2: " + remedy);
        refuses(SvgRefused.Reason.UNREADABLE, page("\n&unknown;"), "line 2");
        byte[] notUtf8 = page("\n<title>caf\u00e9</title>").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> SvgReader.read(notUtf8, LaserStep.usual()))
                .isInstanceOf(SvgRefused.class)
                .hasMessageContaining("not well-formed XML");
    }

    @Test
    void refusesOtherXml() {
        refuses(SvgRefused.Reason.UNREADABLE, "<html><body/></html>", "line 1, <html> is not an SVG drawing");
        refuses(
                SvgRefused.Reason.UNREADABLE,
                "<svg xmlns='urn:other' width='9mm' height='9mm'/>",
                "line 1, <svg> is not an SVG drawing");
    }

    @Test
    void refusesMoreLinesThanAnybodyCuts() {
        String many = "<path " + CUT + " d='" + "M1 1h1".repeat(20_001) + "'/>";
        refuses(
                SvgRefused.Reason.NOT_CUTTABLE,
                page(many),
                "more than 20000 lines or 2000000 points; split or simplify");
    }

    @Test
    void refusesMoreBytesThanItReads() {
        assertThatThrownBy(() -> SvgReader.read(new byte[20_000_001], LaserStep.usual()))
                .hasMessage("the file has 20000001 bytes; at most 20000000 are read; split the drawing");
    }

    @Property(tries = 500)
    void neverFailsOtherwiseThanByRefusing(@ForAll("drawings") String svg) {
        try {
            assertThat(SvgReader.read(svg.getBytes(StandardCharsets.UTF_8), LaserStep.usual())
                            .strokes())
                    .isNotNull();
        } catch (SvgRefused e) {
            assertThat(e).message().isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> drawings() {
        Arbitrary<String> values = Arbitraries.of(
                "",
                "0",
                "-1",
                "1e308",
                "NaN",
                "5 5",
                "M0 0",
                "M0 0h5v5z",
                "z",
                "M0 0a",
                "1,2 3",
                "none",
                "red",
                "#f00",
                "scale(0)",
                "scale(1e300)",
                "matrix(1)",
                "url(#a)",
                "50%",
                "é",
                "display:none",
                "stroke:red;;:");
        Arbitrary<String> names = Arbitraries.of(
                "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "a", "defs", "title");
        Arbitrary<String> attributes = Arbitraries.of(
                "d", "points", "x", "y", "width", "height", "r", "rx", "ry", "x2", "y2", "transform", "style", "fill");
        Arbitrary<String> element = net.jqwik.api.Combinators.combine(names, attributes, values, attributes, values)
                .as((name, one, value, other, another) -> one.equals(other)
                        ? "<" + name + " stroke='red'/>"
                        : "<" + name + " stroke='red' " + one + "='" + value + "' " + other + "='" + another + "'/>");
        return element.list().ofMaxSize(4).map(elements -> page(String.join("\n", elements)));
    }

    private static String page(String content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='100mm' height='100mm' viewBox='0 0 100 100'>" + content
                + "</svg>";
    }

    private static void refuses(SvgRefused.Reason reason, String svg, String why) {
        assertThatThrownBy(() -> SvgReader.read(svg.getBytes(StandardCharsets.UTF_8), LaserStep.usual()))
                .isInstanceOfSatisfying(
                        SvgRefused.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(why);
    }
}
