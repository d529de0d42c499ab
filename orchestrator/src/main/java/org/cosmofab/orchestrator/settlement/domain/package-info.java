/**
 * Tariff, policy, licence rules, costs, shares, and the entries that they lead to: facts in, values out, in integers only.
 */
@NullMarked
package org.cosmofab.orchestrator.settlement.domain;

import org.jspecify.annotations.NullMarked;
