package org.cosmofab.orchestrator.fabrication.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cosmofab.orchestrator.fabrication.Consequences;
import org.cosmofab.orchestrator.fabrication.EventIntake;
import org.cosmofab.orchestrator.fabrication.Reconciliation;
import org.cosmofab.orchestrator.fabrication.domain.AckCursor;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.Contacts;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.RealTime;
import org.cosmofab.orchestrator.wire.Malformed;
import org.jboss.logging.Logger;

/**
 * Takes in what agents say, and asks those that owe an answer.
 *
 * <p>Not thread-safe: everything here happens on the thread of {@link AgentRounds}.
 */
@ApplicationScoped
class AgentInbox {
    private static final Logger LOG = Logger.getLogger(AgentInbox.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final EventIntake intake;
    private final Consequences consequences;
    private final Reconciliation reconciliation;
    private final AgentLine line;
    private final RealTime realTime;

    private final WireReader reader = new WireReader();
    private AckCursor cursor = new AckCursor();
    private final Contacts contacts = new Contacts();
    private final Map<AgentId, Instant> lastAsked = new HashMap<>();

    AgentInbox(
            EventIntake intake,
            Consequences consequences,
            Reconciliation reconciliation,
            AgentLine line,
            RealTime realTime) {
        this.intake = intake;
        this.consequences = consequences;
        this.reconciliation = reconciliation;
        this.line = line;
        this.realTime = realTime;
    }

    /** An event came: it is stored, then acknowledged, then what follows from it is done. */
    void event(String topic, byte[] payload) {
        try {
            AgentReport report = reader.event(payload);
            requireOwner(topic, report.agent());
            contacts.present(report.agent());
            store(report);
        } catch (Malformed malformed) {
            LOG.errorf("a message on %s is refused: %s", topic, malformed.getMessage());
        }
    }

    /** An agent came or went; what it tells of its machines is heard by their own room. */
    void presence(String topic, byte[] payload) {
        try {
            Presence heard = reader.presence(payload);
            requireOwner(topic, heard.agent());
            if (heard.online()) {
                contacts.present(heard.agent());
                ask(heard.agent());
            } else {
                contacts.away(heard.agent(), realTime.now());
            }
        } catch (Malformed malformed) {
            LOG.errorf("a message on %s is refused: %s", topic, malformed.getMessage());
        }
    }

    /** A message was left out: nothing is acknowledged before agents have begun again at their oldest. */
    void missedSomething() {
        cursor = new AckCursor();
    }

    /** Looks after attempts that nobody reports of, and does again what could not be done. */
    void reconcile() {
        if (line.isOpen()) {
            askAgain(reconciliation.noticeExpired());
            reconciliation.concerned().stream()
                    .filter(agent -> !lastAsked.containsKey(agent))
                    .forEach(this::ask);
        }
        contacts.lost(reconciliation.concerned(), realTime.now()).forEach(reconciliation::loseContact);
        consequences.drawAll();
    }

    private void store(AgentReport report) {
        try {
            intake.take(report);
        } catch (RuntimeException failure) {
            cursor.failed(report.agent(), report.sequence());
            LOG.errorf(failure, "event %d of %s could not be stored", report.sequence(), report.agent());
            return;
        }
        cursor.stored(report.agent(), report.sequence()).ifPresent(upTo -> line.acknowledge(report.agent(), upTo));
        consequences.drawAll();
    }

    private void askAgain(Collection<AgentId> agents) {
        Instant before = realTime.now().minus(ASK_AGAIN_AFTER);
        agents.stream()
                .filter(agent -> lastAsked.getOrDefault(agent, Instant.MIN).isBefore(before))
                .forEach(this::ask);
    }

    private void ask(AgentId agent) {
        lastAsked.put(agent, realTime.now());
        line.askForReport(agent);
    }

    private static void requireOwner(String topic, AgentId agent) {
        if (!Topics.agent(topic).map(agent::equals).orElse(false)) {
            throw new Malformed("it says that it is from " + agent);
        }
    }
}
