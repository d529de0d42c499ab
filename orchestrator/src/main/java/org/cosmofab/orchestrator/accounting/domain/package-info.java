/**
 * What the books are made of: canonical content and its hash, seals, floors of accounts, and the ports to where it is kept.
 *
 * <p>Plain Java: no clock, no database, no container.
 */
@NullMarked
package org.cosmofab.orchestrator.accounting.domain;

import org.jspecify.annotations.NullMarked;
