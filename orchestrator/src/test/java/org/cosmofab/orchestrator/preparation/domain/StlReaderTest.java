package org.cosmofab.orchestrator.preparation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cosmofab.orchestrator.testing.Meshes.ascii;
import static org.cosmofab.orchestrator.testing.Meshes.binary;
import static org.cosmofab.orchestrator.testing.Meshes.box;
import static org.cosmofab.orchestrator.testing.Meshes.bytes;
import static org.cosmofab.orchestrator.testing.Meshes.inverted;
import static org.cosmofab.orchestrator.testing.Meshes.moved;
import static org.cosmofab.orchestrator.testing.Meshes.without;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StlReaderTest {

    @Test
    void measuresABinaryFile() throws Exception {
        Mesh mesh = StlReader.read(binary(moved(box(10, 20, 30), -5)));
        assertThat(mesh.triangles()).isEqualTo(12);
        assertThat(mesh.min()).isEqualTo(new Mesh.Corner(-5, -5, -5));
        assertThat(mesh.width()).isEqualTo(10);
        assertThat(mesh.depth()).isEqualTo(20);
        assertThat(mesh.height()).isEqualTo(30);
        assertThat(mesh.volumeMm3()).isCloseTo(6000, within(1e-6));
        assertThat(mesh.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void measuresAnAsciiFileAlike(String lineEnd) throws Exception {
        String text = ascii(box(10, 20, 30)).replaceAll("\\R", lineEnd);
        assertThat(StlReader.read(bytes(text))).isEqualTo(StlReader.read(binary(box(10, 20, 30))));
    }

    @Test
    void readsABinaryFileThatBeginsLikeAnAsciiOne() throws Exception {
        byte[] file = binary(box(10, 10, 10));
        System.arraycopy(bytes("solid part"), 0, file, 0, 10);
        assertThat(StlReader.read(file).triangles()).isEqualTo(12);
    }

    @Test
    void readsScientificNumbersAndCapitals() throws Exception {
        String text = ascii(box(10, 10, 10)).replace("10.0", "1.0E+01").replace("vertex", "VERTEX");
        assertThat(StlReader.read(bytes(text)).volumeMm3()).isCloseTo(1000, within(1e-6));
    }

    @Test
    void takesMinusNothingForNothing() throws Exception {
        double[] box = box(10, 10, 10);
        for (int i = 0; i < 54; i++) {
            box[i] = box[i] == 0 ? -0.0 : box[i];
        }
        assertThat(StlReader.read(binary(box)).openEdges()).isZero();
    }

    @Test
    void countsTheEdgesOfAHole() throws Exception {
        assertThat(StlReader.read(binary(without(box(10, 10, 10), 1))).openEdges())
                .isEqualTo(3);
        assertThat(StlReader.read(binary(without(box(10, 10, 10), 2))).openEdges())
                .isEqualTo(4);
        assertThat(StlReader.read(binary(without(box(10, 10, 10), 11))).openEdges())
                .isEqualTo(3);
    }

    @Test
    void takesTwoBodiesThatShareAnEdgeForClosed() throws Exception {
        double[] other = box(10, 10, 10);
        for (int i = 0; i < other.length; i += 3) {
            other[i] += 10;
            other[i + 1] += 10;
        }
        double[] both = DoubleStream.concat(Arrays.stream(box(10, 10, 10)), Arrays.stream(other))
                .toArray();
        assertThat(StlReader.read(binary(both)).openEdges()).isZero();
    }

    @Test
    void tellsFacesThatLookInwardsByTheVolumesSign() throws Exception {
        Mesh mesh = StlReader.read(binary(inverted(box(10, 10, 10))));
        assertThat(mesh.volumeMm3()).isCloseTo(-1000, within(1e-6));
        assertThat(mesh.isClosed()).isTrue();
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(new byte[0], "the file is empty");
    }

    @Test
    void refusesAFileWithoutTriangles() {
        refuses(binary(), "no triangle");
        refuses(bytes("solid x\nendsolid x\n"), "no triangle");
    }

    @Test
    void refusesAFileThatEndsInItsHeader() {
        refuses(new byte[50], "ends at byte 50, inside its header of 84");
    }

    @Test
    void refusesATruncatedBinaryFile() {
        byte[] whole = binary(box(10, 10, 10));
        refuses(
                Arrays.copyOf(whole, whole.length - 17),
                "byte 80: the header promises 12 triangles, which end at byte 684, but the file ends at byte 667");
    }

    @Test
    void refusesATruncatedBinaryFileThatBeginsLikeAnAsciiOne() {
        byte[] whole = binary(box(10, 10, 10));
        System.arraycopy(bytes("solid part"), 0, whole, 0, 10);
        refuses(Arrays.copyOf(whole, 600), "the file ends at byte 600");
    }

    @Test
    void refusesACountThatPromisesTooMuch() {
        byte[] file = binary(box(10, 10, 10));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(80, -1);
        refuses(file, "promises 4294967295 triangles");
    }

    @Test
    void refusesNumbersThatAreNoneByTheirByte() {
        double[] box = box(10, 10, 10);
        box[9 * 2 + 4] = Double.NaN;
        refuses(binary(box), "byte 212: triangle 3 has a corner at NaN mm");
        box[9 * 2 + 4] = Double.POSITIVE_INFINITY;
        refuses(binary(box), "byte 212: triangle 3 has a corner at Infinity mm");
    }

    @Test
    void refusesPartsLargerThanAWorkshop() {
        refuses(binary(box(10, 10, 10_001)), "co-ordinates must lie within 10000.0 mm");
    }

    @Test
    void refusesWebPagesAndArchivesByName() {
        refuses(
                bytes("<!DOCTYPE html><html><body>404: not found, and a text longer than a header.</body></html>"),
                "byte 0: this is a web page");
        refuses(bytes("\n  <?xml version=\"1.0\"?><svg/>"), "byte 0: this is a web page or another XML file");
        refuses(bytes("PK\u0003\u0004" + "x".repeat(100)), "byte 0: this is an archive, such as 3MF");
    }

    @Test
    void refusesRandomBytes() {
        byte[] noise = new byte[1000];
        Arrays.fill(noise, (byte) 7);
        refuses(noise, "but the file ends at byte 1000");
    }

    @Test
    void refusesBrokenAsciiByItsLine() {
        String good = ascii(box(10, 10, 10));
        refuses(
                bytes(good.replaceFirst("vertex 0.0 0.0 0.0", "vertex 0.0 zero 0.0")),
                "line 4: 'zero' is not a number");
        refuses(
                bytes(good.replaceFirst("vertex 0.0 0.0 0.0", "vertex 0.0 0.0")),
                "line 4: a vertex takes three numbers");
        refuses(bytes(good.replaceFirst(" *vertex 0.0 0.0 0.0\\R", "")), "line 7: the triangle that ends here has 2");
        refuses(bytes(good.replaceFirst("vertex 0.0 0.0 0.0", "vertex nan 0 0")), "line 4: 'nan' is not a number");
        refuses(
                bytes(good.replaceFirst("vertex 0.0 0.0 0.0", "vertex NaN 0 0")),
                "line 4: triangle 1 has a corner at NaN");
        refuses(bytes(good.replaceFirst("outer loop", "inner loop")), "line 3: 'inner' is no word of STL");
    }

    @Test
    void refusesAnAsciiFileThatWasCutOff() {
        String good = ascii(box(10, 10, 10));
        refuses(bytes(good.substring(0, good.indexOf("endsolid"))), "the file ends here, without endsolid");
        refuses(bytes(good.substring(0, good.lastIndexOf("vertex") + 12)), "three numbers");
    }

    @Test
    void readsAMillionTrianglesInSeconds() throws Exception {
        double[] one = box(1, 1, 1);
        double[] many = new double[one.length * 80_000];
        for (int n = 0; n < 80_000; n++) {
            for (int i = 0; i < one.length; i++) {
                many[n * one.length + i] = one[i] + (i % 3 == n % 3 ? 2.0 * (n / 3 % 2000) : 0) + n / 6000 * 3;
            }
        }
        Mesh mesh = StlReader.read(binary(many));
        assertThat(mesh.triangles()).isEqualTo(960_000);
        assertThat(mesh.volumeMm3()).isCloseTo(80_000, within(100.0));
    }

    @Property(tries = 200)
    void neverFailsOtherwiseThanByRefusing(@ForAll @Size(max = 400) byte[] noise) {
        try {
            assertThat(StlReader.read(noise).triangles()).isPositive();
        } catch (StlReader.Unreadable e) {
            assertThat(e).message().isNotBlank();
        }
    }

    @Property(tries = 100)
    void tellsTheVolumeWhereverTheSolidStands(
            @ForAll @DoubleRange(min = -1000, max = 1000) double by,
            @ForAll @DoubleRange(min = 1, max = 300) double height)
            throws Exception {
        Mesh mesh = StlReader.read(binary(moved(box(10, 10, height), by)));
        assertThat(mesh.volumeMm3()).isCloseTo(100 * height, within(0.05 * height + 1));
        assertThat(mesh.openEdges()).isZero();
    }

    private static void refuses(byte[] file, String why) {
        assertThatThrownBy(() -> StlReader.read(file))
                .isInstanceOf(StlReader.Unreadable.class)
                .hasMessageContaining(why);
    }
}
