/**
 * The wire to the agents, from this side: reads events and presence, writes commands, acknowledges what is stored, and asks agents
 * about what they have not answered. Decides nothing: that is the domain's. The contract is device-agents/wire.
 */
@NullMarked
package org.cosmofab.orchestrator.fabrication.mqtt;

import org.jspecify.annotations.NullMarked;
