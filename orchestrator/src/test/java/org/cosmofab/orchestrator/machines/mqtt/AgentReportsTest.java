package org.cosmofab.orchestrator.machines.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.testing.InMemoryBus;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class AgentReportsTest {
    @Inject
    Machines machines;

    @Inject
    Silence silence;

    @Inject
    InMemoryBus bus;

    @Inject
    IdSource ids;

    @Inject
    RealTime time;

    private AgentId agent;
    private MachineId machine;

    @BeforeEach
    void newMachine() {
        String suffix = ids.next().toString().substring(24);
        agent = new AgentId("agent-" + suffix);
        machine = new MachineId("laser-" + suffix);
        register(machine, agent);
    }

    @Test
    void presenceTellsTheStateOfEachMachine() {
        presence(agent, true, "alarm", true);

        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.ALARM);
        assertThat(machines.live(machine).cleared()).isTrue();
    }

    @Test
    void telemetryTellsTheRestAndLeavesClearing() {
        presence(agent, true, "idle", true);

        telemetry(agent, "running", ",'attempt':'0197d3a2-6f1c-7c11-9d54-2f6f0a7d1c01','line':5,'lines':10");

        LiveState live = machines.live(machine);
        assertThat(live.state()).isEqualTo(LiveState.State.RUNNING);
        assertThat(live.cleared()).isTrue();
        assertThat(live.fraction()).isEqualTo(0.5);
        telemetry(agent, "idle", "");
        assertThat(machines.live(machine).attempt()).isEmpty();
        assertThat(machines.live(machine).fraction()).isZero();
    }

    @Test
    void anAgentThatLeftTakesItsMachinesOutOfReachAndTheirWorkStaysTheirs() {
        presence(agent, true, "idle", true);
        telemetry(agent, "running", ",'attempt':'0197d3a2-6f1c-7c11-9d54-2f6f0a7d1c01','line':5,'lines':10");

        presence(agent, false, "unknown", true);

        LiveState live = machines.live(machine);
        assertThat(live.state()).isEqualTo(LiveState.State.UNREACHABLE);
        assertThat(live.detail()).isEqualTo("the agent is away");
        assertThat(live.attempt()).isPresent();
        assertThat(live.line()).isEqualTo(5);

        telemetry(agent, "idle", "");
        assertThat(machines.live(machine).detail()).isEmpty();
    }

    @Test
    void anAgentThatIsSilentForHalfAMinuteIsOutOfReach() {
        presence(agent, true, "idle", true);

        silence.look(time.now().plusSeconds(25));
        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.IDLE);
        silence.look(time.now().plusSeconds(31));

        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.UNREACHABLE);
        assertThat(machines.live(machine).detail()).contains("30 s");
        presence(agent, true, "idle", true);
        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.IDLE);
        assertThat(machines.live(machine).detail()).isEmpty();
    }

    @Test
    void telemetryKeepsAnAgentFromBeingSilent() {
        presence(agent, true, "idle", true);
        telemetry(agent, "idle", "");

        silence.look(time.now().plusSeconds(29));

        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.IDLE);
    }

    @Test
    void anotherAgentsMachineIsNotItsBusiness() {
        presence(agent, true, "idle", true);
        AgentId other = new AgentId("other-agent");

        presence(other, true, "alarm", false);
        telemetry(other, "alarm", "");
        presence(other, false, "unknown", false);

        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.IDLE);
        assertThat(machines.live(machine).cleared()).isTrue();
    }

    @Test
    void aMessageThatNamesAnotherAgentThanItsTopicIsLeft() {
        presence(agent, true, "idle", true);

        bus.publish("cosmofab/v1/agents/other-agent/presence", bytes(presenceText(agent, true, "alarm", false)));
        bus.publish("cosmofab/v1/agents/other-agent/telemetry", bytes(telemetryText(agent, "alarm", "")));
        bus.settle();

        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.IDLE);
    }

    @Test
    void rubbishIsLeft() {
        presence(agent, true, "idle", true);
        String root = "cosmofab/v1/agents/" + agent;

        for (String rubbish : new String[] {"", "{", "null", "[]", "{}", "{\"wire\":2}", "\u0000\u00ff"}) {
            bus.publish(root + "/presence", bytes(rubbish));
            bus.publish(root + "/telemetry", bytes(rubbish));
        }
        bus.settle();

        assertThat(machines.live(machine).state()).isEqualTo(LiveState.State.IDLE);
    }

    @Test
    void aMachineThatIsRegisteredAfterItsAgentSpokeIsKnownAtOnce() {
        MachineId late = new MachineId(machine + "-late");
        String text = presenceText(agent, true, "idle", true).replace("'" + machine + "'", "'" + late + "'");
        bus.publish("cosmofab/v1/agents/" + agent + "/presence", bytes(text));
        bus.settle();
        assertThat(machines.live(late).state()).isEqualTo(LiveState.State.UNKNOWN);

        register(late, agent);

        assertThat(machines.live(late).state()).isEqualTo(LiveState.State.IDLE);
        assertThat(machines.live(late).cleared()).isTrue();
    }

    private void register(MachineId id, AgentId by) {
        machines.register(new Machine(
                        id,
                        "Laser",
                        Process.LASER,
                        Machine.Dialect.GRBL,
                        by,
                        new Machine.Envelope(0, 0, 0, 400, 300, 0),
                        new Machine.Limits(0, 0, 6000, 1000, 80),
                        Optional.empty()))
                .orThrow();
    }

    private void presence(AgentId by, boolean online, String state, boolean cleared) {
        bus.publish("cosmofab/v1/agents/" + by + "/presence", bytes(presenceText(by, online, state, cleared)));
        bus.settle();
    }

    private String presenceText(AgentId by, boolean online, String state, boolean cleared) {
        return "{'wire':1,'agent':'" + by + "','online':" + online + ",'since':'2026-03-02T08:00:00Z','machines':["
                + "{'machine':'" + machine + "','process':'laser','dialect':'grbl','state':'" + state
                + "','cleared':" + cleared + "}]}";
    }

    private void telemetry(AgentId by, String state, String work) {
        bus.publish("cosmofab/v1/agents/" + by + "/telemetry", bytes(telemetryText(by, state, work)));
        bus.settle();
    }

    private String telemetryText(AgentId by, String state, String work) {
        return "{'wire':1,'agent':'" + by + "','machine':'" + machine + "','at':'2026-03-02T09:20:00Z','state':'"
                + state + "','temperatures':{}" + work + "}";
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
