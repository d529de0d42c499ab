/**
 * What the features stand on: clock, ids, problem answers, login, broker. No feature uses it.
 */
@NullMarked
package org.cosmofab.orchestrator.platform;

import org.jspecify.annotations.NullMarked;
