package org.cosmofab.agent.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.Progress;

/**
 * The last acknowledged line of a machine's attempt, on disk but not synced: it survives the end of the process always, a power
 * loss as far as the system got. Two slots are written in turn, so that one torn by a power loss leaves the one before.
 *
 * <p>For one thread at a time.
 */
public final class ProgressMark implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ProgressMark.class.getName());
    private static final int SLOT_BYTES = 256;
    private static final int CHECKSUM = 8;

    private final FileChannel file;
    private boolean secondSlot;

    private ProgressMark(FileChannel file) {
        this.file = file;
    }

    /** Opens or makes the mark of a machine. */
    public static ProgressMark open(DataDirectory directory, MachineId machine) {
        Path path = directory.progress(machine);
        try {
            return new ProgressMark(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new DiskUnavailable("cannot open " + path, e);
        }
    }

    /** Takes a few microseconds. A disk that does not take it costs only exactness after a crash, so the run goes on. */
    public void write(Progress progress) {
        byte[] text = String.join(
                        " ",
                        progress.attempt().value(),
                        Integer.toString(progress.acknowledged()),
                        Integer.toString(progress.line()),
                        Double.toString(progress.extrudedMm()),
                        Double.toString(progress.beamOnMm()),
                        progress.at().toString())
                .getBytes(StandardCharsets.US_ASCII);
        byte[] slot = new byte[SLOT_BYTES];
        Arrays.fill(slot, (byte) ' ');
        System.arraycopy(text, 0, slot, CHECKSUM + 1, text.length);
        slot[SLOT_BYTES - 1] = '\n';
        byte[] checksum =
                Records.checksum(Arrays.copyOfRange(slot, CHECKSUM, SLOT_BYTES)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, slot, 0, CHECKSUM);
        try {
            file.write(ByteBuffer.wrap(slot), secondSlot ? SLOT_BYTES : 0);
            secondSlot = !secondSlot;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the progress mark was not written", e);
        }
    }

    /** What was last marked for this attempt, if anything of it can be read. */
    public static Optional<Progress> read(DataDirectory directory, MachineId machine, AttemptId attempt) {
        Path path = directory.progress(machine);
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            return Stream.of(0, SLOT_BYTES)
                    .filter(from -> bytes.length >= from + SLOT_BYTES)
                    .flatMap(from -> slot(Arrays.copyOfRange(bytes, from, from + SLOT_BYTES)).stream())
                    .filter(progress -> progress.attempt().equals(attempt))
                    .max(Comparator.comparingInt(Progress::acknowledged));
        } catch (IOException e) {
            throw new DiskUnavailable("cannot read " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the progress mark could not be closed", e);
        }
    }

    private static Optional<Progress> slot(byte[] slot) {
        String checksum = new String(slot, 0, CHECKSUM, StandardCharsets.US_ASCII);
        if (!checksum.equals(Records.checksum(Arrays.copyOfRange(slot, CHECKSUM, SLOT_BYTES)))) {
            return Optional.empty();
        }
        String[] words = new String(slot, CHECKSUM, SLOT_BYTES - CHECKSUM, StandardCharsets.US_ASCII)
                .strip()
                .split(" ");
        try {
            return Optional.of(new Progress(
                    new AttemptId(words[0]),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]),
                    Instant.parse(words[5])));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
