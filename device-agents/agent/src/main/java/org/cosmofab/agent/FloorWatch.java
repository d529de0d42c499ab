package org.cosmofab.agent;

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
import org.cosmofab.agent.posts.MachinePost;
import org.cosmofab.agent.wire.WireWriter;
import org.cosmofab.bridge.machine.MachineStatus;

/** Shows how the machines are: telemetry each moment, an event and a presence when one is not as it was. One thread. */
final class FloorWatch {
    private final Collection<MachinePost> posts;
    private final AttemptJournal journal;
    private final Link link;
    private final WireWriter writer;
    private final Instant since;
    private final Map<MachineId, Shown> shown = new TreeMap<>();

    /** What counts as a change; the firmware's words alone do not, they may change with every line. */
    private record Shown(MachineStatus.State state, boolean cleared, int turn) {}

    FloorWatch(Collection<MachinePost> posts, AttemptJournal journal, Link link, WireWriter writer, Instant since) {
        this.posts = List.copyOf(posts);
        this.journal = journal;
        this.link = link;
        this.writer = writer;
        this.since = since;
    }

    /** To be called at most twice a second. */
    void showMoment() {
        lookForChanges();
        posts.forEach(post -> post.telemetry().map(writer::telemetry).ifPresent(link::tellTelemetry));
    }

    void lookForChanges() {
        boolean any = false;
        for (MachinePost post : posts) {
            // The turn first: a view that is newer than its turn is told again, one that is older would never be.
            int turn = post.turn();
            MachineView view = post.view();
            Shown now = new Shown(view.state(), view.cleared(), turn);
            if (!now.equals(shown.get(view.machine()))) {
                journal.tell(new Happening.MachineChanged(view));
                shown.put(view.machine(), now);
                any = true;
            }
        }
        if (any) {
            showPresence();
        }
    }

    void showPresence() {
        link.tellPresence(writer.presence(
                true, since, posts.stream().map(MachinePost::view).toList()));
    }

    void showFarewell() {
        link.tellPresence(writer.presence(
                false, since, posts.stream().map(post -> post.view().unheard()).toList()));
    }
}
