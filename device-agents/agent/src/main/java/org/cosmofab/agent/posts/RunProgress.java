package org.cosmofab.agent.posts;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.agent.journal.AttemptLines;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.machine.MachineStatus;
import org.cosmofab.bridge.machine.RunListener;
import org.cosmofab.bridge.streaming.RunMeter;

/**
 * Follows a run line by line and marks on the disk how far it is, so that even kill -9 leaves the truth. Told on the
 * driver's thread, read from any.
 */
final class RunProgress implements RunListener {
    private final AttemptId attempt;
    private final List<SafeProgram.Line> lines;
    private final RunMeter meter;
    private final AttemptLines.Notes notes;
    private final Clock workshop;
    private volatile Progress latest;

    RunProgress(AttemptId attempt, SafeProgram program, AttemptLines.Notes notes, Clock workshop) {
        this.attempt = attempt;
        this.lines = program.lines();
        this.meter = new RunMeter(program.dialect());
        this.notes = notes;
        this.workshop = workshop;
        this.latest = new Progress(attempt, 0, 0, 0, 0, workshop.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public void sending(int lines) {
        notes.sending(lines);
    }

    @Override
    public void progressed(int linesAcknowledged, int linesTotal, MachineStatus status) {
        int before = latest.acknowledged();
        int now = Math.min(linesAcknowledged, lines.size());
        if (now <= before) {
            return;
        }
        for (SafeProgram.Line line : lines.subList(before, now)) {
            meter.acknowledged(line.text());
        }
        latest = new Progress(
                attempt,
                now,
                lines.get(now - 1).number(),
                meter.extrudedMm(),
                meter.beamOnMm(),
                workshop.instant().truncatedTo(ChronoUnit.MICROS));
        notes.acknowledged(latest);
    }

    Progress latest() {
        return latest;
    }

    /** Of the source file. */
    int lastLine() {
        return lines.get(lines.size() - 1).number();
    }

    int total() {
        return lines.size();
    }
}
