package org.cosmofab.orchestrator.fabrication.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.making.CountedIds;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.testing.InMemoryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxSenderTest {
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(1, 1));

    private final InMemoryBus bus = new InMemoryBus();
    private final RealTime now = () -> Samples.NOON;

    @AfterEach
    void stop() {
        bus.forget();
    }

    /** What another process has just sent and taken out, and this one has read before. */
    private record TakenByAnother(List<Command> waiting) implements Outbox {
        @Override
        public boolean remove(UUID command) {
            return false;
        }

        @Override
        public void add(Command command) {
            throw new AssertionError("nothing is added here");
        }

        @Override
        public List<AttemptId> calledOff(AgentId agent) {
            return List.of();
        }

        @Override
        public void answered(AttemptId attempt) {
            throw new AssertionError("nothing is answered here");
        }

        @Override
        public void ended(AttemptId attempt) {
            throw new AssertionError("nothing ends here");
        }
    }

    @Test
    void whatMayGoOutOnceOnlyIsSentByWhoTookItOut() {
        List<Command> once = Stream.of(
                        new Command.Pause(ATTEMPT),
                        new Command.Resume(ATTEMPT),
                        new Command.Clear(Samples.PRINTER, "ada"),
                        new Command.Stop(Samples.PRINTER, "ada"))
                .map(OutboxSenderTest::command)
                .toList();

        sender(once).send();

        assertThat(bus.published("#")).isEmpty();
    }

    @Test
    void whatMayBeRepeatedIsSentByEverybody() {
        sender(List.of(command(new Command.Cancel(ATTEMPT, "ada")))).send();

        assertThat(bus.published("#")).hasSize(1);
    }

    private OutboxSender sender(List<Command> waiting) {
        return new OutboxSender(new TakenByAnother(waiting), new AgentLine(bus, new CountedIds(), now), now);
    }

    private static Command command(Command.What what) {
        return new Command(UUID.randomUUID(), Samples.BENCH, Samples.NOON.plusSeconds(60), what);
    }
}
