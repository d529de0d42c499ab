package org.cosmofab.agent.posts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.cosmofab.agent.domain.AcceptedAttempt;
import org.cosmofab.agent.domain.AttemptEnd;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.AttemptLines;

/** Ends what an earlier process left open. Nothing is ever started again. */
public final class Recovery {
    private static final Logger LOG = System.getLogger(Recovery.class.getName());

    private Recovery() {}

    /** Tells each open attempt as interrupted; a machine that may be moving is marked to be made safe first. */
    public static void endWhatIsOpen(AttemptJournal journal, AttemptLines lines, List<MachineSettings> machines) {
        for (AcceptedAttempt left : journal.open()) {
            PowerProfile power = machines.stream()
                    .filter(settings -> settings.machine().equals(left.machine()))
                    .map(MachineSettings::power)
                    .findFirst()
                    .orElse(new PowerProfile(0, 0));
            AttemptEnd end = Ending.interrupted(left, lines.progress(left.attempt()), power);
            LOG.log(Level.WARNING, "{0} on {1}: {2}", end.attempt(), end.machine(), end.reason());
            journal.end(end, left.startedAt().isEmpty());
        }
    }
}
