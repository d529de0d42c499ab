/** Holds tariff, licence rules, shares and entries to their word, without a container. */
@NullMarked
package org.cosmofab.orchestrator.settlement.domain;

import org.jspecify.annotations.NullMarked;
