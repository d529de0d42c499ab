/**
 * What tests of several rooms share: waiting on a condition, an in-memory message bus, real brokers and databases.
 */
@NullMarked
package org.cosmofab.orchestrator.testing;

import org.jspecify.annotations.NullMarked;
