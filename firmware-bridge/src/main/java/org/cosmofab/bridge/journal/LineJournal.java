package org.cosmofab.bridge.journal;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Notes of one attempt how many lines were sent and acknowledged. Lines go and are answered in order, so two counts say it
 * of each line.
 *
 * <p><b>What is lost.</b> By the end of the process, however it comes: nothing that was noted; a note that was in the
 * middle of being made is as if it had not been, which is the safe side, because sending is noted before the bytes go and
 * an answer after it came. By a power cut: the notes since the last {@link #sync()} that returned, and with a
 * {@link JournalFolder} that is {@value JournalFolder#SYNC_MILLIS} ms and the time of one sync. What is then read is an
 * older position of the same run: fewer lines acknowledged than there were, so whoever goes back behind the
 * acknowledged ones goes back further than needed, never less.
 *
 * <p><b>How.</b> Notes go in turn into two slots of one page. A sync moves on to the next of three pages before it forces
 * the last one, so while a page is on its way to the disk another is whole there and untouched: a torn write costs that
 * page's notes only.
 *
 * <p>One thread notes, another may sync. The file's blocks are written before it is mapped, because on a full disk a store
 * to a missing block would not return.
 */
public final class LineJournal implements AutoCloseable {
    private static final int SENT = 1;
    private static final int ACKNOWLEDGED = 2;
    private static final int SOURCE_LINE = 3;
    private static final int AT = 4;
    private static final int EXTRUDED = 5;
    private static final int BEAM_ON = 6;
    private static final int NUMBERS = 7;

    private final ByteBuffer bytes;
    private final Runnable force;
    private final long salt;
    private final long[] numbers = new long[NUMBERS];
    private volatile int page;
    private volatile long noted;
    private long synced;

    private LineJournal(ByteBuffer bytes, Runnable force, JournalHeading heading) {
        this.bytes = bytes;
        this.force = force;
        this.salt = Slots.salt(heading);
    }

    /**
     * Makes the file anew; its heading is on the disk, synced, when this returns.
     *
     * @throws JournalUnavailable if the disk does not take it
     */
    public static LineJournal create(Path file, JournalHeading heading) {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            ByteBuffer blank = ByteBuffer.allocate(Slots.FILE_BYTES);
            while (blank.hasRemaining()) {
                channel.write(blank);
            }
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, Slots.FILE_BYTES);
            Slots.writeHeading(mapped, heading);
            mapped.force();
            channel.force(true);
            syncDirectory(file.toAbsolutePath().getParent());
            return new LineJournal(mapped, mapped::force, heading);
        } catch (IOException e) {
            throw new JournalUnavailable("cannot make " + file, e);
        }
    }

    /**
     * A journal in memory that its owner keeps, for simulations.
     *
     * @param force called when what was noted shall be made to last
     */
    public static LineJournal over(ByteBuffer bytes, JournalHeading heading, Runnable force) {
        Slots.writeHeading(bytes, heading);
        force.run();
        return new LineJournal(bytes, force, heading);
    }

    /** A buffer large enough for {@link #over}. */
    public static ByteBuffer blank() {
        return ByteBuffer.allocate(Slots.FILE_BYTES);
    }

    /** Bytes of the first so many lines go to the machine now. To be called before they do. */
    public void sent(int lines) {
        numbers[SENT] = lines;
        note();
    }

    /** Takes over the acknowledged lines and what they used; how many were sent stays. */
    public void acknowledged(LinePosition position) {
        numbers[SENT] = Math.max(numbers[SENT], position.acknowledged());
        numbers[ACKNOWLEDGED] = position.acknowledged();
        numbers[SOURCE_LINE] = position.sourceLine();
        numbers[AT] = position.micros();
        numbers[EXTRUDED] = Double.doubleToRawLongBits(position.extrudedMm());
        numbers[BEAM_ON] = Double.doubleToRawLongBits(position.beamOnMm());
        note();
    }

    private void note() {
        long number = noted + 1;
        numbers[0] = number;
        Slots.put(bytes, Slots.place(page, (int) (number & 1)), salt, numbers);
        // A later note must not be seen in memory before this one is whole.
        VarHandle.releaseFence();
        noted = number;
    }

    /** Makes what was noted last; blocks as long as the disk takes. From any thread. */
    public synchronized void sync() {
        long upTo = noted;
        if (upTo > synced) {
            page = (page + 1) % Slots.PAGES;
            force.run();
            synced = upTo;
        }
    }

    /** Syncs; the file stays. */
    @Override
    public void close() {
        sync();
    }

    private static void syncDirectory(@Nullable Path directory) throws IOException {
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
