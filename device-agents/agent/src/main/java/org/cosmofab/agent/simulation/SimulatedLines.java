package org.cosmofab.agent.simulation;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.agent.journal.AttemptLines;
import org.cosmofab.agent.journal.LineJournals;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.journal.JournalHeading;
import org.cosmofab.bridge.journal.LineJournal;
import org.cosmofab.bridge.journal.LinePosition;
import org.cosmofab.bridge.journal.LineRecord;

/** Line journals in memory: what they hold outlives the process, and a power cut takes it back to the last sync. */
final class SimulatedLines implements AttemptLines {
    private final Map<AttemptId, Kept> kept = new HashMap<>();

    private static final class Kept {
        private final ByteBuffer memory = LineJournal.blank();
        private byte[] durable = new byte[0];
        private final LineJournal journal;

        Kept(JournalHeading heading) {
            journal = LineJournal.over(
                    memory, heading, () -> durable = memory.array().clone());
        }
    }

    @Override
    public Notes begin(Assignment assignment, SafeProgram program) {
        Kept lines = new Kept(new JournalHeading(
                assignment.attempt().value(),
                assignment.machine().value(),
                assignment.program().hash(),
                "marlin",
                program.size()));
        kept.put(assignment.attempt(), lines);
        return new Notes() {
            @Override
            public void sending(int count) {
                lines.journal.sent(count);
            }

            @Override
            public void acknowledged(Progress p) {
                lines.journal.acknowledged(
                        new LinePosition(0, p.acknowledged(), p.line(), p.extrudedMm(), p.beamOnMm(), p.at()));
            }

            @Override
            public void close() {
                lines.journal.close();
            }
        };
    }

    void syncAll() {
        kept.values().forEach(lines -> lines.journal.sync());
    }

    void losePower() {
        kept.values().forEach(lines -> lines.memory.clear().put(lines.durable).clear());
    }

    Optional<LineRecord> record(AttemptId attempt) {
        return Optional.ofNullable(kept.get(attempt)).flatMap(lines -> LineRecord.parse(lines.memory));
    }

    @Override
    public Optional<Progress> progress(AttemptId attempt) {
        return record(attempt).flatMap(record -> LineJournals.progress(attempt, record));
    }

    @Override
    public void dismiss(AttemptId attempt) {
        kept.remove(attempt);
    }

    @Override
    public void close() {}
}
