/**
 * The process: its verbs, its options, and where everything real is put together: clocks, ports, broker, HTTP.
 *
 * <p>{@link org.cosmofab.agent.cli.AgentMain} dispatches before Quarkus boots; only {@code agent} boots it, {@code simulate}
 * is plain Java.
 */
@NullMarked
package org.cosmofab.agent.cli;

import org.jspecify.annotations.NullMarked;
