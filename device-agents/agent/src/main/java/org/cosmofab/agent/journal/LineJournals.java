package org.cosmofab.agent.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Progress;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.journal.JournalFolder;
import org.cosmofab.bridge.journal.JournalHeading;
import org.cosmofab.bridge.journal.JournalUnavailable;
import org.cosmofab.bridge.journal.LineJournal;
import org.cosmofab.bridge.journal.LinePosition;
import org.cosmofab.bridge.journal.LineRecord;

/** The lines of attempts on the agent's disk, in the directory {@code lines}. */
public final class LineJournals implements AttemptLines {
    private static final Logger LOG = System.getLogger(LineJournals.class.getName());

    private final JournalFolder folder;

    public LineJournals(DataDirectory directory) {
        folder = new JournalFolder(directory.lines());
    }

    @Override
    public Notes begin(Assignment assignment, SafeProgram program) {
        JournalHeading heading = new JournalHeading(
                assignment.attempt().value(),
                assignment.machine().value(),
                assignment.program().hash(),
                program.dialect().name().toLowerCase(Locale.ROOT),
                program.size());
        try {
            return new Noted(folder.begin(heading));
        } catch (JournalUnavailable e) {
            throw new DiskUnavailable(String.valueOf(e.getMessage()), new IOException(e));
        }
    }

    private final class Noted implements Notes {
        private final LineJournal journal;

        Noted(LineJournal journal) {
            this.journal = journal;
        }

        @Override
        public void sending(int lines) {
            journal.sent(lines);
        }

        @Override
        public void acknowledged(Progress progress) {
            journal.acknowledged(position(progress));
        }

        @Override
        public void close() {
            folder.end(journal);
        }
    }

    static LinePosition position(Progress p) {
        return new LinePosition(0, p.acknowledged(), p.line(), p.extrudedMm(), p.beamOnMm(), p.at());
    }

    @Override
    public Optional<Progress> progress(AttemptId attempt) {
        try {
            return folder.find(attempt.value()).flatMap(record -> progress(attempt, record));
        } catch (JournalUnavailable e) {
            throw new DiskUnavailable(String.valueOf(e.getMessage()), new IOException(e));
        }
    }

    /** What was read of an attempt's lines; empty if none was acknowledged. */
    public static Optional<Progress> progress(AttemptId attempt, LineRecord record) {
        LinePosition p = record.position();
        return p.acknowledged() == 0
                ? Optional.empty()
                : Optional.of(
                        new Progress(attempt, p.acknowledged(), p.sourceLine(), p.extrudedMm(), p.beamOnMm(), p.at()));
    }

    @Override
    public void dismiss(AttemptId attempt) {
        try {
            folder.dismiss(attempt.value());
        } catch (JournalUnavailable e) {
            LOG.log(Level.WARNING, "the lines of {0} stay: {1}", attempt, e.getMessage());
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
