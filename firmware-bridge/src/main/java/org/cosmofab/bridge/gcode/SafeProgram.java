package org.cosmofab.bridge.gcode;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;

/**
 * A program whose every line may go onto a wire: plain ASCII, no comment, no real-time character, no line longer than
 * the firmware reads. Only {@link Sanitiser} makes one.
 *
 * <p>It is kept as one array of bytes; a line becomes text when it is asked for.
 */
public final class SafeProgram {

    /**
     * One line as it is sent, without line end.
     *
     * @param number of the line in the source file, from 1
     */
    public record Line(int number, String text) {}

    private final Dialect dialect;
    private final ProgramText text;
    private final OptionalInt layers;

    SafeProgram(Dialect dialect, ProgramText text, OptionalInt layers) {
        this.dialect = dialect;
        this.text = text;
        this.layers = layers;
    }

    /** The reading of G-code this program was made fit for. */
    public Dialect dialect() {
        return dialect;
    }

    /** Every line in order; unmodifiable, made as it is read, quick to reach by index. */
    public List<Line> lines() {
        return new Lines(text);
    }

    /** Number of lines to send. */
    public int size() {
        return text.size();
    }

    /** Layers, if the source's comments told. */
    public OptionalInt layers() {
        return layers;
    }

    /** The lines as they are sent, each ended by one line feed. */
    public byte[] toBytes() {
        return text.toBytes();
    }

    /** Reads the words of a line without making text of it. */
    void readLine(int index, Words words) {
        text.read(index, words);
    }

    /** Line number in the source file, from 1. */
    int sourceLine(int index) {
        return text.number(index);
    }

    private static final class Lines extends AbstractList<Line> implements RandomAccess {
        private final ProgramText text;

        Lines(ProgramText text) {
            this.text = text;
        }

        @Override
        public Line get(int index) {
            return new Line(text.number(index), new String(text.line(index), StandardCharsets.US_ASCII));
        }

        @Override
        public int size() {
            return text.size();
        }
    }
}
