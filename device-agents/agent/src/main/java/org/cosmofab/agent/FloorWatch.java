package org.cosmofab.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.MachineView;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.DiskUnavailable;
import org.cosmofab.agent.posts.MachinePost;
import org.cosmofab.agent.wire.WireWriter;
import org.cosmofab.bridge.machine.MachineStatus;

/** Shows how the machines are: telemetry each moment, an event and a presence when one is not as it was. One thread. */
final class FloorWatch {
    private static final Logger LOG = System.getLogger(FloorWatch.class.getName());

    private final Collection<MachinePost> posts;
    private final AttemptJournal journal;
    private final Link link;
    private final WireWriter writer;
    private final Instant since;
    private final Map<MachineId, Shown> shown = new TreeMap<>();
    private final Map<MachineId, Shown> told = new TreeMap<>();
    private boolean ended;

    /** What counts as a change; the firmware's words alone do not, they may change with every line. */
    private record Shown(MachineStatus.State state, boolean cleared, int turn) {}

    FloorWatch(Collection<MachinePost> posts, AttemptJournal journal, Link link, WireWriter writer, Instant since) {
        this.posts = List.copyOf(posts);
        this.journal = journal;
        this.link = link;
        this.writer = writer;
        this.since = since;
    }

    /** To be called at most twice a second. Shows the moment even if the disk takes no event. */
    void showMoment() {
        lookForChanges();
        if (!ended) {
            posts.forEach(post -> post.telemetry().map(writer::telemetry).ifPresent(link::tellTelemetry));
        }
    }

    void lookForChanges() {
        boolean any = false;
        for (MachinePost post : posts) {
            // The turn first: a view that is newer than its turn is told again, one that is older would never be.
            int turn = post.turn();
            MachineView view = post.view();
            Shown now = new Shown(view.state(), view.cleared(), turn);
            any |= !now.equals(shown.put(view.machine(), now));
            if (!now.equals(told.get(view.machine())) && tell(view)) {
                told.put(view.machine(), now);
            }
        }
        if (any) {
            showPresence();
        }
    }

    /** Whether the event is kept; one that is not is tried again at the next look. */
    private boolean tell(MachineView view) {
        if (ended) {
            return false;
        }
        try {
            journal.tell(new Happening.MachineChanged(view));
            return true;
        } catch (DiskUnavailable e) {
            LOG.log(Level.WARNING, "{0} changed, which the disk does not take: {1}", view.machine(), e.getMessage());
            return false;
        }
    }

    void showPresence() {
        if (!ended) {
            link.tellPresence(writer.presence(
                    true, since, posts.stream().map(MachinePost::view).toList()));
        }
    }

    /** The last word: nothing is shown after it. */
    void showFarewell() {
        ended = true;
        link.tellPresence(writer.presence(
                false, since, posts.stream().map(post -> post.view().unheard()).toList()));
    }
}
