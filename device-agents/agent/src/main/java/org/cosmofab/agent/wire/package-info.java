/**
 * Messages as the contract in {@code device-agents/wire} writes them.
 *
 * <p>{@link org.cosmofab.agent.wire.WireReader} makes commands of bytes and refuses all that the contract does not know;
 * {@link org.cosmofab.agent.wire.WireWriter} makes text of what the agent tells. Neither knows topics or connections.
 */
@NullMarked
package org.cosmofab.agent.wire;

import org.jspecify.annotations.NullMarked;
