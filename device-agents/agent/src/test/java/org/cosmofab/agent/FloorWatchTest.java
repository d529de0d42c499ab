package org.cosmofab.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.DataDirectory;
import org.cosmofab.agent.journal.LineJournals;
import org.cosmofab.agent.mqtt.InMemoryBroker;
import org.cosmofab.agent.posts.MachinePost;
import org.cosmofab.agent.posts.MachineSettings;
import org.cosmofab.agent.posts.Workplace;
import org.cosmofab.agent.wire.WireWriter;
import org.cosmofab.bridge.gcode.Dialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorWatchTest {
    @TempDir
    Path place;

    private final Clocks clocks =
            new Clocks(new SettableClock("2026-03-02T09:00:00Z"), new SettableClock("2026-11-23T06:25:00Z"));
    private final WireWriter writer = new WireWriter(new AgentId("bench-1"));
    private final InMemoryBroker broker = new InMemoryBroker();
    private final Link link = broker.newLink("{}");
    private DataDirectory data;
    private AttemptJournal journal;
    private MachinePost post;
    private FloorWatch watch;

    @BeforeEach
    void open() throws Exception {
        data = DataDirectory.claim(place);
        journal = new AttemptJournal(data, writer, clocks);
        MachineSettings printer = new MachineSettings(
                new MachineId("printer-1"),
                "print",
                Dialect.MARLIN,
                "/dev/fake",
                new PowerProfile(10, 100),
                new FakeMachine(clocks.workshop())::driver);
        post = new MachinePost(
                printer,
                new Workplace(
                        journal,
                        new LineJournals(data),
                        (program, patience) -> "".getBytes(StandardCharsets.UTF_8),
                        clocks,
                        () -> {}));
        post.start();
        CompletableFuture<Void> tried = post.tried();
        tried.get(30, TimeUnit.SECONDS);
        watch = new FloorWatch(List.of(post), journal, link, writer, clocks.workshopNow());
    }

    @AfterEach
    void close() {
        post.close();
        journal.close();
        data.close();
    }

    @Test
    void theFarewellIsTheLastThatIsShown() {
        watch.showMoment();
        watch.showFarewell();
        int moments = broker.telemetry().size();

        watch.showPresence();
        watch.lookForChanges();
        watch.showMoment();

        assertThat(broker.presence()).contains("\"online\":false");
        assertThat(broker.telemetry()).hasSize(moments);
    }

    @Test
    void aFullDiskDoesNotHideTheFloor() {
        // What a closed file does not take, a full disk does not either.
        journal.close();

        watch.showMoment();

        assertThat(broker.presence()).contains("\"idle\"");
        assertThat(broker.telemetry()).hasSize(1);
    }
}
