package org.cosmofab.orchestrator.fabrication.mqtt;

import org.cosmofab.orchestrator.kernel.AgentId;

/** Whether an agent is there. */
record Presence(AgentId agent, boolean online) {}
