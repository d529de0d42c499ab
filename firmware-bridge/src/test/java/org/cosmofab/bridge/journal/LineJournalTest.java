package org.cosmofab.bridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineJournalTest {
    private static final JournalHeading HEADING = new JournalHeading("a-1", "printer-1", "ab12", "marlin", 1000);
    private static final int SECTOR = 512;

    @TempDir
    Path directory;

    @Test
    void whatWasNotedIsReadWhileTheWriterStillHasIt() {
        Path file = directory.resolve("a-1.lines");
        LineJournal journal = LineJournal.create(file, HEADING);
        LinePosition position = position(7);

        journal.acknowledged(position);
        journal.sent(9);

        LineRecord read = LineRecord.read(file).orElseThrow();
        assertThat(read.heading()).isEqualTo(HEADING);
        assertThat(read.position())
                .isEqualTo(new LinePosition(9, 7, 17, position.extrudedMm(), position.beamOnMm(), position.at()));
    }

    @Test
    void aJournalWithoutANoteSaysThatNothingWasSent() {
        Path file = directory.resolve("a-1.lines");

        LineJournal.create(file, HEADING).close();

        assertThat(LineRecord.read(file).orElseThrow().position()).isEqualTo(LinePosition.START);
    }

    @Test
    void aFileThatIsNoJournalIsNone() throws IOException {
        Path file = Files.write(directory.resolve("x.lines"), new byte[Slots.FILE_BYTES]);

        assertThat(LineRecord.read(file)).isEmpty();
        assertThat(LineRecord.read(Files.write(file, new byte[3]))).isEmpty();
    }

    /** Sectors that were written since the last sync reach the disk or not, and one of them in the middle of its bytes. */
    @Test
    void afterAPowerCutAtAnyMomentThereIsAPositionNoOlderThanTheLastSync() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random chance = new Random(seed);
            ByteBuffer memory = LineJournal.blank();
            byte[][] disk = {new byte[0]};
            LineJournal journal = LineJournal.over(
                    memory, HEADING, () -> disk[0] = memory.array().clone());
            int lines = 1 + chance.nextInt(60);
            int synced = 0;
            for (int line = 1; line <= lines; line++) {
                journal.sent(line);
                journal.acknowledged(position(line));
                if (chance.nextInt(6) == 0) {
                    journal.sync();
                    synced = line;
                }
            }

            byte[] left = afterPowerCut(disk[0], memory.array(), chance);

            LinePosition read =
                    LineRecord.parse(ByteBuffer.wrap(left)).orElseThrow().position();
            assertThat(read.acknowledged()).as("seed " + seed).isBetween(synced, lines);
            assertThat(read.sent()).as("seed " + seed).isBetween(read.acknowledged(), lines);
        }
    }

    /** The power goes while a sync is under way: the page it was to write is torn, the one before is whole. */
    @Test
    void aPowerCutInTheMiddleOfASyncCostsOnlyThatSync() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random chance = new Random(seed);
            ByteBuffer memory = LineJournal.blank();
            byte[][] disk = {new byte[0]};
            byte[][] before = {new byte[0]};
            LineJournal journal = LineJournal.over(memory, HEADING, () -> {
                before[0] = disk[0];
                disk[0] = memory.array().clone();
            });
            int[] synced = new int[2];
            for (int line = 1; line <= 50; line++) {
                journal.acknowledged(position(line));
                if (chance.nextInt(6) == 0) {
                    journal.sync();
                    synced[0] = synced[1];
                    synced[1] = line;
                }
            }

            byte[] left = afterPowerCut(before[0].length == 0 ? disk[0] : before[0], memory.array(), chance);

            assertThat(LineRecord.parse(ByteBuffer.wrap(left))
                            .orElseThrow()
                            .position()
                            .acknowledged())
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(synced[0]);
        }
    }

    @Test
    void aFolderKeepsTheYoungestAndGivesBackWhatIsDismissed() {
        try (JournalFolder folder = new JournalFolder(directory.resolve("lines"))) {
            for (int i = 0; i < JournalFolder.KEPT_MAX + 5; i++) {
                LineJournal journal = folder.begin(new JournalHeading("a-" + i, "printer-1", "ab", "grbl", 10));
                journal.acknowledged(position(3));
                folder.end(journal);
            }

            assertThat(folder.kept()).hasSize(JournalFolder.KEPT_MAX);
            String last = "a-" + (JournalFolder.KEPT_MAX + 4);
            assertThat(folder.find(last).orElseThrow().position().acknowledged())
                    .isEqualTo(3);
            assertThat(folder.dismiss(last)).isTrue();
            assertThat(folder.find(last)).isEmpty();
            assertThat(folder.dismiss(last)).isFalse();
        }
    }

    private static LinePosition position(int line) {
        return new LinePosition(0, line, line + 10, line * 0.5, line * 2.0, Instant.ofEpochSecond(1_000 + line));
    }

    private static byte[] afterPowerCut(byte[] synced, byte[] memory, Random chance) {
        byte[] left = synced.clone();
        for (int sector = 0; sector < memory.length; sector += SECTOR) {
            int written = chance.nextInt(3) == 0 ? chance.nextInt(SECTOR) : chance.nextInt(2) * SECTOR;
            System.arraycopy(memory, sector, left, sector, written);
        }
        return left;
    }
}
