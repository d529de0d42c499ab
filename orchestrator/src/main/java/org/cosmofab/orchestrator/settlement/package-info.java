/**
 * What a finished order owes, to whom and by which rule: tariffs, licence rules, shares.
 */
@NullMarked
package org.cosmofab.orchestrator.settlement;

import org.jspecify.annotations.NullMarked;
