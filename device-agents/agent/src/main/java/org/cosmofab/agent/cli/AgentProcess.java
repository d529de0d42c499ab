package org.cosmofab.agent.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cosmofab.agent.Agent;
import org.cosmofab.agent.journal.DataDirectoryTaken;
import org.cosmofab.agent.journal.DiskUnavailable;
import org.cosmofab.agent.journal.JournalDamaged;

/** The agent's life within Quarkus: from its start to SIGTERM. */
public final class AgentProcess implements QuarkusApplication {
    private static final Logger LOG = System.getLogger(AgentProcess.class.getName());

    @Override
    public int run(String... arguments) {
        AgentOptions options = AgentOptions.parse(arguments);
        try (Agent agent = options.start()) {
            LOG.log(Level.INFO, "the agent runs: {0}", agent);
            Quarkus.waitForExit();
            LOG.log(Level.INFO, "the agent stops; its machines are brought to rest");
            return 0;
        } catch (DataDirectoryTaken | DiskUnavailable | JournalDamaged e) {
            LOG.log(Level.ERROR, e.getMessage());
            return 1;
        }
    }
}
