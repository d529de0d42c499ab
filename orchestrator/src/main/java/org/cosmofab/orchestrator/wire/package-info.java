/**
 * The strict reading of what agents say. Each room that hears agents reads its own messages with it; what the messages mean is
 * theirs. The contract is device-agents/wire.
 */
@NullMarked
package org.cosmofab.orchestrator.wire;

import org.jspecify.annotations.NullMarked;
